package dev.tidings.app.cli.why;

import dev.tidings.schemas.ArticleRelation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The parts of an explanation as people read them. */
public final class ExplanationText {

    private static final int MAX_LISTED_NAMES = 10;

    private ExplanationText() {}

    /** Returns the verdict with what came of it. */
    public static String verdictText(Explanation explanation) {
        return explanation.verdict() + (explanation.suppressed() ? ", suppressed" : ", published") + " (decision "
                + explanation.decision() + ")";
    }

    /** Returns the rule in words. */
    public static Optional<String> reasonText(Explanation explanation) {
        return explanation
                .evidence()
                .map(evidence -> RuleText.ruleWords(evidence.rule()) + " (" + evidence.rule() + ", "
                        + evidence.algorithm() + ")");
    }

    /** Returns the article it was compared with. */
    public static Optional<String> otherText(Explanation explanation) {
        return explanation
                .evidence()
                .flatMap(evidence -> evidence.relatedId()
                        .map(id -> evidence.relatedUri().orElse(id)
                                + evidence.relatedRevision()
                                        .map(revision -> ", revision " + revision)
                                        .orElse("")));
    }

    /** Returns the scores. */
    public static Optional<String> likenessText(Explanation explanation) {
        return explanation
                .evidence()
                .flatMap(evidence -> evidence.jaccard()
                        .map(jaccard -> percentText(jaccard)
                                + " of all shingles shared (Jaccard)"
                                + evidence.containment()
                                        .map(share ->
                                                ", " + percentText(share) + " of the shorter text's (containment)")
                                        .orElse("")));
    }

    /** Returns what it tells that was not told before. */
    public static Optional<String> newText(Explanation explanation) {
        return explanation
                .evidence()
                .flatMap(evidence -> evidence.newShare()
                        .map(share -> percentText(share) + " of its words"
                                + factsText("numbers", evidence.numbersBefore(), evidence.numbersAfter())
                                + factsText("names", evidence.namesBefore(), evidence.namesAfter())));
    }

    private static String factsText(String what, List<String> before, List<String> after) {
        String lost = before.isEmpty() ? "" : " (no longer " + String.join(", ", before) + ")";
        return after.isEmpty() && before.isEmpty() ? "" : ", " + what + " " + String.join(", ", after) + lost;
    }

    private static String percentText(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** Returns every decision in a few words, in order. */
    public static String decisionsText(Explanation explanation) {
        return namedValue(
                explanation.decisions(),
                revisionVerdict -> "revision " + revisionVerdict.revision() + " " + revisionVerdict.verdict()
                        + revisionVerdict.flags().stream()
                                .map(flag -> " " + flag)
                                .collect(Collectors.joining()));
    }

    /** Returns who was matched with it. */
    public static String matchedBy(Explanation explanation) {
        return namedValue(explanation.matchedBy(), ExplanationText::matchText);
    }

    /** Returns the story it belongs to. */
    public static Optional<String> storyText(Explanation explanation) {
        return explanation
                .story()
                .map(story ->
                        story.label() + " (" + story.id() + ", " + counted(story.articles(), "article", "articles")
                                + (story.copies() == 0 ? "" : ", " + counted(story.copies(), "copy", "copies"))
                                + (story.sources() == 0 ? "" : " of " + counted(story.sources(), "source", "sources"))
                                + ")");
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String matchText(ArticleRelation relation) {
        return relation.getUri() + " " + relation.getKind() + (relation.getSuppressed() ? " (suppressed)" : "");
    }

    private static <T> String namedValue(List<T> things, Function<T, String> name) {
        String first = things.stream().limit(MAX_LISTED_NAMES).map(name).collect(Collectors.joining("; "));
        int more = things.size() - MAX_LISTED_NAMES;
        return more > 0 ? first + "; and " + more + " more" : first;
    }
}
