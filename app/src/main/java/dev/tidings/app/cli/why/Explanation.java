package dev.tidings.app.cli.why;

import dev.tidings.consumer.store.ArticleHistory;
import dev.tidings.consumer.store.StoredArticle;
import dev.tidings.consumer.store.StoredStory;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.StoryChangeKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Why an article got its verdict. The components verdict to evidence are those of its newest decision.
 *
 * @param articleId its id
 * @param uri its uri
 * @param language its language (BCP 47)
 * @param title its title; empty when it has none
 * @param verdict NEW or the kind of relation
 * @param suppressed whether it was withheld from the published articles
 * @param cluster id of the first member of its cluster of copies
 * @param decision ordinal of the decision
 * @param evidence what it was compared with
 * @param decisions every decision on it, in order
 * @param matched what it was found to be to others, in order
 * @param matchedBy what others were found to be to it, in order
 * @param story the story it belongs to; empty when it has not been grouped
 */
public record Explanation(
        String articleId,
        String uri,
        String language,
        Optional<String> title,
        String verdict,
        boolean suppressed,
        String cluster,
        long decision,
        Optional<Compared> evidence,
        List<RevisionVerdict> decisions,
        List<ArticleRelation> matched,
        List<ArticleRelation> matchedBy,
        Optional<StoryNote> story) {

    /**
     * The story of an article.
     *
     * @param id its id
     * @param label what it is about
     * @param articles number of its articles
     * @param copies number of their copies
     * @param sources number of sources of both
     * @param change what happened to it last
     * @param previousIds stories whose articles it took over by that
     */
    public record StoryNote(
            String id,
            String label,
            long articles,
            long copies,
            long sources,
            StoryChangeKind change,
            List<String> previousIds) {

        /** Freezes the list. */
        public StoryNote {
            previousIds = List.copyOf(previousIds);
        }

        private static StoryNote of(StoredStory story, String label) {
            return new StoryNote(
                    story.storyId(),
                    label,
                    story.members().size(),
                    story.carriers().copies(),
                    story.carriers().sources(),
                    story.lastChange().kind(),
                    story.lastChange().previousIds());
        }
    }

    /** Refuses an article that nothing was decided of. */
    public Explanation {
        if (decisions.isEmpty()) {
            throw new IllegalArgumentException("nothing was decided of " + articleId);
        }
    }

    /**
     * Explains what a store holds of an article.
     *
     * @param history has a published revision or a relation, as every article that a store finds
     * @param story the story it belongs to, if any
     * @param labels what a story is called
     * @param uris the uri of an article id, empty when it is not known
     */
    public static Explanation explain(
            ArticleHistory history,
            Optional<StoredStory> story,
            Function<StoredStory, String> labels,
            Function<String, Optional<String>> uris) {
        List<RevisionVerdict> decisions = decisionsOf(history, uris);
        RevisionVerdict newest = decisions.get(decisions.size() - 1);
        Optional<StoredArticle> published =
                history.revisions().stream().filter(StoredArticle::current).findFirst();
        Optional<ArticleRelation> relation = history.matched().stream().findFirst();
        return new Explanation(
                history.articleId(),
                published
                        .map(article -> article.event().getUri())
                        .or(() -> relation.map(ArticleRelation::getUri))
                        .orElse(""),
                published
                        .map(article -> article.event().getLanguage())
                        .or(() -> relation.map(ArticleRelation::getLanguage))
                        .orElse("und"),
                published
                        .flatMap(article ->
                                article.event().getHeadlines().stream().findFirst())
                        .map(Headline::getValue)
                        .or(() -> relation.flatMap(ArticleRelation::getTitle)),
                newest.verdict(),
                newest.suppressed(),
                newest.cluster(),
                newest.decision(),
                newest.evidence(),
                decisions,
                history.matched(),
                history.matchedBy(),
                story.map(found -> StoryNote.of(found, labels.apply(found))));
    }

    private static List<RevisionVerdict> decisionsOf(ArticleHistory history, Function<String, Optional<String>> uris) {
        Stream<RevisionVerdict> published =
                history.revisions().stream().map(article -> RevisionVerdict.verdictOf(article, uris));
        Stream<RevisionVerdict> suppressed = history.matched().stream()
                .filter(relation ->
                        relation.getSuppressed() || history.revisions().isEmpty())
                .map(relation -> RevisionVerdict.verdictOf(relation, uris));
        return Stream.concat(published, suppressed)
                .sorted(Comparator.comparingLong(RevisionVerdict::decision))
                .toList();
    }
}
