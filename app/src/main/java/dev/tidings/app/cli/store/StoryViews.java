package dev.tidings.app.cli.store;

import dev.tidings.app.cli.output.View;
import dev.tidings.consumer.store.StoredMember;
import dev.tidings.consumer.store.StoredStory;
import dev.tidings.schemas.ArticleRelation;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How stories are shown. */
final class StoryViews {

    static final View<StoredStory> STORIES = View.of(StoredStory.class)
            .withColumn("story", StoredStory::storyId)
            .withColumn("articles", story -> story.members().size())
            .withColumn("languages", StoryViews::languagesText)
            .withColumn("first", story -> story.firstTime().truncatedTo(ChronoUnit.SECONDS))
            .withColumn("last", story -> story.lastTime().truncatedTo(ChronoUnit.SECONDS))
            .withColumn("label", story -> StoredViews.firstWords(story.headline()))
            .withFields(StoryViews::fieldsOf);

    static final View<StoredStory> STORY = View.of(StoredStory.class)
            .withColumn("story", StoredStory::storyId)
            .withColumn("label", StoredStory::headline)
            .withColumn("languages", StoryViews::languagesText)
            .withColumn("first", StoredStory::firstTime)
            .withColumn("last", StoredStory::lastTime)
            .withColumn("articles", story -> story.members().size())
            .withColumn("copies", story -> story.copies().size())
            .withFields(StoryViews::fieldsWithCopies);

    static final View<ArticleRelation> COPIES = View.of(ArticleRelation.class)
            .withColumn("copy", ArticleRelation::getUri)
            .withColumn("language", ArticleRelation::getLanguage)
            .withColumn("time", copy -> copy.getSourceTimestamp().truncatedTo(ChronoUnit.SECONDS))
            .withColumn("verdict", ArticleRelation::getKind)
            .withColumn("title", ArticleRelation::getTitle);

    private StoryViews() {}

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

    private static Map<String, @Nullable Object> fieldsOf(StoredStory story) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", story.storyId());
        fields.put("label", story.headline());
        fields.put("languages", story.languages());
        fields.put("firstTime", story.firstTime());
        fields.put("lastTime", story.lastTime());
        fields.put("members", story.members().stream().map(StoryViews::fieldsOf).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fieldsWithCopies(StoredStory story) {
        Map<String, @Nullable Object> fields = fieldsOf(story);
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
