package dev.tidings.app.cli.store;

import dev.tidings.app.cli.output.View;
import dev.tidings.consumer.store.StoredMember;
import dev.tidings.consumer.store.StoredStory;
import dev.tidings.schemas.ArticleRelation;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How stories are shown. */
final class StoryViews {

    static final View<ArticleRelation> COPIES = View.of(ArticleRelation.class)
            .withColumn("copy", ArticleRelation::getUri)
            .withColumn("language", ArticleRelation::getLanguage)
            .withColumn("time", copy -> copy.getSourceTimestamp().truncatedTo(ChronoUnit.SECONDS))
            .withColumn("verdict", ArticleRelation::getKind)
            .withColumn("title", ArticleRelation::getTitle);

    private StoryViews() {}

    /**
     * Returns how stories are listed.
     *
     * @param labels in which languages they are called, the most wanted first
     */
    static View<StoredStory> listView(List<String> labels) {
        return View.of(StoredStory.class)
                .withColumn("story", StoredStory::storyId)
                .withColumn("articles", story -> story.members().size())
                .withColumn("copies", story -> story.carriers().copies())
                .withColumn("sources", story -> story.carriers().sources())
                .withColumn("languages", StoryViews::languagesText)
                .withColumn("change", story -> story.lastChange().kind())
                .withColumn("last", story -> story.lastTime().truncatedTo(ChronoUnit.SECONDS))
                .withColumn("label", story -> StoredViews.firstWords(story.headlineIn(labels)))
                .withFields(story -> fieldsOf(story, labels));
    }

    /**
     * Returns how one story is shown.
     *
     * @param labels in which languages it is called, the most wanted first
     */
    static View<StoredStory> storyView(List<String> labels) {
        return View.of(StoredStory.class)
                .withColumn("story", StoredStory::storyId)
                .withColumn("label", story -> story.headlineIn(labels))
                .withColumn("labels", StoryViews::labelsText)
                .withColumn("languages", StoryViews::languagesText)
                .withColumn("first", StoredStory::firstTime)
                .withColumn("last", StoredStory::lastTime)
                .withColumn("articles", story -> story.members().size())
                .withColumn("copies", story -> story.copies().size())
                .withColumn("sources", story -> story.carriers().sources())
                .withColumn("change", StoryViews::changeText)
                .withFields(story -> fieldsWithCopies(story, labels));
    }

    /** How a member of a story is shown. */
    static View<StoredMember> memberView(StoredStory story) {
        Map<String, String> uris =
                story.members().stream().collect(Collectors.toMap(StoredMember::articleId, StoredMember::uri));
        return View.of(StoredMember.class)
                .withColumn("article", StoredMember::uri)
                .withColumn("language", StoredMember::language)
                .withColumn("time", StoredMember::time)
                .withColumn("title", StoredMember::headline)
                .withColumn("belongs by", member -> belongingText(member, id -> uris.getOrDefault(id, id)));
    }

    private static String languagesText(StoredStory story) {
        return String.join(" ", story.languages());
    }

    private static String labelsText(StoredStory story) {
        return story.labels().entrySet().stream()
                .map(label -> label.getKey() + ": " + label.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Returns what happened to a story last, and to which stories before it. */
    private static String changeText(StoredStory story) {
        List<String> previous = story.lastChange().previousIds();
        return story.lastChange().kind() + (previous.isEmpty() ? "" : ", from " + String.join(", ", previous));
    }

    /** Returns the evidence of a member's place in the story, in words. */
    static String belongingText(StoredMember member, Function<String, String> uris) {
        return member.nearestId()
                .map(nearest -> percentText(member.score()) + " like " + uris.apply(nearest) + ": "
                        + member.evidence().stream().map(StoryViews::sharedText).collect(Collectors.joining(", ")))
                .orElse("the first");
    }

    private static String sharedText(StoredMember.Shared shared) {
        String kind = shared.kind().equals("ENTITY") ? "" : shared.kind().toLowerCase(Locale.ROOT) + " ";
        return kind + shared.value() + String.format(Locale.ROOT, " %.1f", shared.weight());
    }

    private static String percentText(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static Map<String, @Nullable Object> fieldsOf(StoredStory story, List<String> labels) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", story.storyId());
        fields.put("label", story.headlineIn(labels));
        fields.put("labels", story.labels());
        fields.put("languages", story.languages());
        fields.put("firstTime", story.firstTime());
        fields.put("lastTime", story.lastTime());
        fields.put("change", story.lastChange().kind());
        fields.put("previousIds", story.lastChange().previousIds());
        fields.put("sources", story.carriers().sources());
        fields.put("copyCount", story.carriers().copies());
        fields.put("members", story.members().stream().map(StoryViews::fieldsOf).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fieldsWithCopies(StoredStory story, List<String> labels) {
        Map<String, @Nullable Object> fields = fieldsOf(story, labels);
        fields.put("copies", story.copies());
        return fields;
    }

    private static Map<String, @Nullable Object> fieldsOf(StoredMember member) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("articleId", member.articleId());
        fields.put("revision", member.revision());
        fields.put("uri", member.uri());
        fields.put("title", member.title());
        fields.put("language", member.language());
        fields.put("script", member.script());
        fields.put("time", member.time());
        fields.put("decision", member.decision());
        fields.put("score", member.score());
        fields.put("nearestId", member.nearestId());
        fields.put("evidence", member.evidence());
        return fields;
    }
}
