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
            .with("story", StoredStory::storyId)
            .with("articles", story -> story.members().size())
            .with("languages", StoryViews::languages)
            .with("first", story -> story.firstTime().truncatedTo(ChronoUnit.SECONDS))
            .with("last", story -> story.lastTime().truncatedTo(ChronoUnit.SECONDS))
            .with("label", story -> StoredViews.firstWords(story.headline()))
            .withFields(StoryViews::fields);

    static final View<StoredStory> STORY = View.of(StoredStory.class)
            .with("story", StoredStory::storyId)
            .with("label", StoredStory::headline)
            .with("languages", StoryViews::languages)
            .with("first", StoredStory::firstTime)
            .with("last", StoredStory::lastTime)
            .with("articles", story -> story.members().size())
            .with("copies", story -> story.copies().size())
            .withFields(StoryViews::fieldsWithCopies);

    static final View<ArticleRelation> COPIES = View.of(ArticleRelation.class)
            .with("copy", ArticleRelation::getUri)
            .with("language", ArticleRelation::getLanguage)
            .with("time", copy -> copy.getSourceTimestamp().truncatedTo(ChronoUnit.SECONDS))
            .with("verdict", ArticleRelation::getKind)
            .with("title", ArticleRelation::getTitle);

    private StoryViews() {}

    /** How a member of a story is shown. */
    static View<StoredMember> member(StoredStory story) {
        Map<String, String> uris =
                story.members().stream().collect(Collectors.toMap(StoredMember::articleId, StoredMember::uri));
        return View.of(StoredMember.class)
                .with("article", StoredMember::uri)
                .with("language", StoredMember::language)
                .with("time", StoredMember::time)
                .with("title", StoredMember::headline)
                .with("belongs by", member -> belonging(member, id -> uris.getOrDefault(id, id)));
    }

    private static String languages(StoredStory story) {
        return String.join(" ", story.languages());
    }

    /** What holds a member to the story, in words. */
    static String belonging(StoredMember member, Function<String, String> uris) {
        return member.nearestId()
                .map(nearest -> percent(member.score()) + " like " + uris.apply(nearest) + ": "
                        + member.evidence().stream().map(StoryViews::shared).collect(Collectors.joining(", ")))
                .orElse("the first");
    }

    private static String shared(StoredMember.Shared shared) {
        String kind = shared.kind().equals("ENTITY") ? "" : shared.kind().toLowerCase(Locale.ROOT) + " ";
        return kind + shared.value() + String.format(Locale.ROOT, " %.1f", shared.weight());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static Map<String, @Nullable Object> fields(StoredStory story) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", story.storyId());
        fields.put("label", story.headline());
        fields.put("languages", story.languages());
        fields.put("firstTime", story.firstTime());
        fields.put("lastTime", story.lastTime());
        fields.put("members", story.members().stream().map(StoryViews::fields).toList());
        return fields;
    }

    private static Map<String, @Nullable Object> fieldsWithCopies(StoredStory story) {
        Map<String, @Nullable Object> fields = fields(story);
        fields.put("copies", story.copies());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(StoredMember member) {
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
