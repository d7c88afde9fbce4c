package dev.tidings.streams.story.group;

import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.score.StoryTermList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The story index in plain maps, for commands and tests. Not safe for several threads. */
public final class InMemoryStoryIndex implements StoryIndex {

    private final Map<String, StoryArticle> articles = new HashMap<>();
    private final Map<String, List<StoryTerm>> findable = new HashMap<>();
    private final Map<String, StoryGroup> stories = new HashMap<>();
    private final Map<StoryTerm, Integer> counts = new HashMap<>();
    private final Map<StoryTerm, Set<String>> postings = new HashMap<>();
    private OptionalLong expiry = OptionalLong.empty();
    private long forgottenBefore = Long.MIN_VALUE;

    @Override
    public long articleCount() {
        return articles.size();
    }

    @Override
    public int documentCount(StoryTerm storyTerm) {
        return counts.getOrDefault(storyTerm, 0);
    }

    @Override
    public List<String> articlesWithTerm(StoryTerm storyTerm, int most) {
        return postings.getOrDefault(storyTerm, Set.of()).stream()
                .map(this::findArticle)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(StoryArticle::time).reversed().thenComparing(StoryArticle::id))
                .limit(most)
                .map(StoryArticle::id)
                .toList();
    }

    @Override
    public Optional<String> storyOf(String articleId) {
        return findArticle(articleId).map(StoryArticle::storyId);
    }

    @Override
    public Optional<StoryArticle> findArticle(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    @Override
    public void putArticle(StoryArticle article) {
        StoryArticle known = articles.get(article.id());
        if (known != null && known.isFoundAs(article)) {
            articles.put(article.id(), article);
            return;
        }
        if (known != null) {
            forgetAnchors(known);
        }
        List<StoryTerm> storyTerms = StoryTermList.findableTerms(article.features(), this);
        findable.put(article.id(), storyTerms);
        storyTerms.forEach(storyTerm -> postings.computeIfAbsent(storyTerm, any -> new LinkedHashSet<>(2))
                .add(article.id()));
        StoryTermList.allTerms(article.features()).forEach(storyTerm -> counts.merge(storyTerm, 1, Integer::sum));
        articles.put(article.id(), article);
    }

    @Override
    public Optional<StoryGroup> findStory(String storyId) {
        return Optional.ofNullable(stories.get(storyId));
    }

    @Override
    public void putStory(StoryGroup story) {
        if (story.mergedInto().isPresent()) {
            stories.remove(story.id());
        } else {
            stories.put(story.id(), story);
        }
    }

    @Override
    public void expireBefore(long before) {
        long horizon = Math.min(before, expiry.orElse(before));
        expiry = OptionalLong.of(StoryIndex.expiryAfter(expiry, before));
        if (horizon <= forgottenBefore) {
            return;
        }
        forgottenBefore = horizon;
        List<StoryArticle> old = articles.values().stream()
                .filter(article -> article.time() < horizon)
                .toList();
        old.forEach(this::forget);
    }

    private void forget(StoryArticle article) {
        forgetAnchors(article);
        articles.remove(article.id());
        findable.remove(article.id());
        findStory(article.storyId())
                .map(story -> story.withoutMember(article.id()))
                .ifPresent(story -> {
                    if (story.members().isEmpty()) {
                        stories.remove(story.id());
                    } else {
                        putStory(story);
                    }
                });
    }

    private void forgetAnchors(StoryArticle article) {
        for (StoryTerm storyTerm : findable.getOrDefault(article.id(), List.of())) {
            Set<String> known = postings.getOrDefault(storyTerm, new LinkedHashSet<>());
            known.remove(article.id());
            if (known.isEmpty()) {
                postings.remove(storyTerm);
            }
        }
        for (StoryTerm storyTerm : StoryTermList.allTerms(article.features())) {
            counts.computeIfPresent(storyTerm, (any, count) -> count == 1 ? null : count - 1);
        }
    }
}
