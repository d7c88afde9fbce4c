package dev.tidings.streams.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Story memory in plain maps: for commands and tests. Not safe for several threads. */
public final class MemoryStories implements StoryMemory {

    private final Map<String, StoryArticle> articles = new HashMap<>();
    private final Map<String, StoryGroup> stories = new HashMap<>();
    private final Map<Anchor, Deque<String>> holders = new HashMap<>();
    private final Deque<String> byArrival = new ArrayDeque<>();

    @Override
    public long articles() {
        return articles.size();
    }

    @Override
    public int count(Anchor anchor) {
        Deque<String> known = holders.get(anchor);
        return known == null ? 0 : known.size();
    }

    @Override
    public List<String> holders(Anchor anchor, int most) {
        Deque<String> known = holders.get(anchor);
        return known == null ? List.of() : known.stream().limit(most).toList();
    }

    @Override
    public Optional<StoryArticle> article(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    @Override
    public void put(StoryArticle article) {
        StoryArticle known = articles.put(article.id(), article);
        if (known != null && known.features().equals(article.features())) {
            return;
        }
        if (known != null) {
            forgetAnchors(known);
        } else {
            byArrival.addLast(article.id());
        }
        AnchorList.all(article.features())
                .forEach(anchor -> holders.computeIfAbsent(anchor, any -> new ArrayDeque<>(2))
                        .addFirst(article.id()));
    }

    @Override
    public Optional<StoryGroup> story(String storyId) {
        return Optional.ofNullable(stories.get(storyId));
    }

    @Override
    public void put(StoryGroup story) {
        stories.put(story.id(), story);
    }

    @Override
    public void expire(long before) {
        List<String> kept = new ArrayList<>();
        // Arrival is nearly, not strictly, the order of time.
        for (String id : byArrival) {
            StoryArticle article = articles.get(id);
            if (article != null && article.time() < before) {
                articles.remove(id);
                forgetAnchors(article);
            } else if (article != null) {
                kept.add(id);
            }
        }
        if (kept.size() < byArrival.size()) {
            byArrival.clear();
            byArrival.addAll(kept);
            stories.values().removeIf(story -> story.lastTime() < before);
        }
    }

    private void forgetAnchors(StoryArticle article) {
        for (Anchor anchor : AnchorList.all(article.features())) {
            Deque<String> known = holders.get(anchor);
            if (known != null) {
                known.remove(article.id());
                if (known.isEmpty()) {
                    holders.remove(anchor);
                }
            }
        }
    }
}
