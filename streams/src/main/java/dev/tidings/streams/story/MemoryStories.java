package dev.tidings.streams.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Story memory in plain maps: for commands and tests. Not safe for several threads. */
public final class MemoryStories implements StoryMemory {

    private final Map<String, StoryArticle> articles = new HashMap<>();
    private final Map<String, List<Anchor>> findable = new HashMap<>();
    private final Map<String, StoryGroup> stories = new HashMap<>();
    private final Map<Anchor, Integer> counts = new HashMap<>();
    private final Map<Anchor, Set<String>> holders = new HashMap<>();
    private long forgottenBefore = Long.MIN_VALUE;

    @Override
    public long articles() {
        return articles.size();
    }

    @Override
    public int count(Anchor anchor) {
        return counts.getOrDefault(anchor, 0);
    }

    @Override
    public List<String> holders(Anchor anchor, int most) {
        return holders.getOrDefault(anchor, Set.of()).stream()
                .map(this::article)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(StoryArticle::time).reversed().thenComparing(StoryArticle::id))
                .limit(most)
                .map(StoryArticle::id)
                .toList();
    }

    @Override
    public Optional<String> storyOf(String articleId) {
        return article(articleId).map(StoryArticle::storyId);
    }

    @Override
    public Optional<StoryArticle> article(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    @Override
    public void put(StoryArticle article) {
        StoryArticle known = articles.get(article.id());
        if (known != null && known.isFoundAs(article)) {
            articles.put(article.id(), article);
            return;
        }
        if (known != null) {
            forgetAnchors(known);
        }
        List<Anchor> anchors = AnchorList.findable(article.features(), this);
        findable.put(article.id(), anchors);
        anchors.forEach(anchor ->
                holders.computeIfAbsent(anchor, any -> new LinkedHashSet<>(2)).add(article.id()));
        AnchorList.all(article.features()).forEach(anchor -> counts.merge(anchor, 1, Integer::sum));
        articles.put(article.id(), article);
    }

    @Override
    public Optional<StoryGroup> story(String storyId) {
        return Optional.ofNullable(stories.get(storyId));
    }

    @Override
    public void put(StoryGroup story) {
        if (story.mergedInto().isPresent()) {
            stories.remove(story.id());
        } else {
            stories.put(story.id(), story);
        }
    }

    @Override
    public void expire(long before) {
        if (before <= forgottenBefore) {
            return;
        }
        forgottenBefore = before;
        List<StoryArticle> old = articles.values().stream()
                .filter(article -> article.time() < before)
                .toList();
        old.forEach(this::forget);
    }

    private void forget(StoryArticle article) {
        forgetAnchors(article);
        articles.remove(article.id());
        findable.remove(article.id());
        story(article.storyId()).map(story -> story.without(article.id())).ifPresent(story -> {
            if (story.members().isEmpty()) {
                stories.remove(story.id());
            } else {
                put(story);
            }
        });
    }

    private void forgetAnchors(StoryArticle article) {
        for (Anchor anchor : findable.getOrDefault(article.id(), List.of())) {
            Set<String> known = holders.getOrDefault(anchor, new LinkedHashSet<>());
            known.remove(article.id());
            if (known.isEmpty()) {
                holders.remove(anchor);
            }
        }
        for (Anchor anchor : AnchorList.all(article.features())) {
            counts.computeIfPresent(anchor, (any, count) -> count == 1 ? null : count - 1);
        }
    }
}
