package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.StoryMember;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings the stories that are published in line with those that are remembered, where another version grouped before or
 * the memory was made anew. A published story whose articles are elsewhere now is closed; one whose articles are
 * forgotten stays as it is, since it is over. For one thread.
 */
final class Regrouping implements StoryHistory.StateReader {

    private final StoryIndex index;
    /** Published stories that stand and have articles that are remembered: the ids of these. */
    private final Map<String, List<String>> published = new TreeMap<>();

    /**
     * Makes it.
     *
     * @param index all that is remembered
     */
    Regrouping(StoryIndex index) {
        this.index = index;
    }

    @Override
    public void readState(String storyId, Optional<Story> state) {
        List<String> remembered = state.filter(story -> story.getMergedInto().isEmpty())
                .map(story -> story.getMembers().stream()
                        .map(StoryMember::getArticleId)
                        .filter(article -> index.find(article).isPresent())
                        .toList())
                .orElse(List.of());
        if (remembered.isEmpty()) {
            published.remove(storyId);
        } else {
            published.put(storyId, remembered);
        }
    }

    /**
     * Returns what is written: first the stories that are closed, then those that changed.
     *
     * @param cause the record after which it is written
     */
    StoryOutput output(StoryFeatures cause) {
        Map<String, String> publishedStories = new HashMap<>();
        published.forEach((story, articles) -> articles.forEach(article -> publishedStories.put(article, story)));
        List<StoryState> states = new ArrayList<>(closedStates());
        List<ArticleRelation> relations = new ArrayList<>();
        for (String story : index.storyIds()) {
            List<StoryArticle> members = index.articlesOf(story);
            if (!isPublished(story, members)) {
                states.add(openState(story, members, publishedStories));
                members.forEach(member -> addMoved(cause, story, member, publishedStories, relations));
            }
        }
        return new StoryOutput(states, relations);
    }

    private List<StoryState> closedStates() {
        List<StoryState> closed = new ArrayList<>();
        published.forEach((story, articles) -> {
            if (isGone(story)) {
                List<StoryArticle> members = articles.stream()
                        .flatMap(article -> index.find(article).stream())
                        .sorted(Comparator.comparingLong(StoryArticle::sequence))
                        .toList();
                closed.add(StoryState.closed(story, successorOf(members), members));
            }
        });
        return closed;
    }

    private boolean isGone(String story) {
        return index.strandsOf(story).isEmpty();
    }

    /** The story that has most of the articles; of equal ones the one that has the eldest of them. */
    private String successorOf(List<StoryArticle> articles) {
        Map<String, Integer> counts = new HashMap<>();
        articles.forEach(article -> counts.merge(index.storyOf(article), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        return articles.stream()
                .map(index::storyOf)
                .filter(story -> counts.getOrDefault(story, 0) == most)
                .findFirst()
                .orElseThrow();
    }

    /** An event names the newest articles of a story alone. */
    private boolean isPublished(String story, List<StoryArticle> members) {
        Set<String> known = new HashSet<>(published.getOrDefault(story, List.of()));
        List<String> named =
                StoryEvents.namedMembers(members).stream().map(StoryArticle::id).toList();
        return known.equals(new HashSet<>(named));
    }

    private StoryState openState(String story, List<StoryArticle> members, Map<String, String> publishedStories) {
        Set<String> previous = new LinkedHashSet<>();
        members.forEach(
                member -> Optional.ofNullable(publishedStories.get(member.id())).ifPresent(previous::add));
        boolean own = previous.remove(story);
        return StoryState.open(story, changeOf(story, own, previous), List.copyOf(previous), members);
    }

    private StoryChangeKind changeOf(String story, boolean own, Set<String> previous) {
        boolean lost = published.getOrDefault(story, List.of()).stream()
                .flatMap(article -> index.find(article).stream())
                .anyMatch(article -> !index.storyOf(article).equals(story));
        if (previous.stream().anyMatch(this::isGone)) {
            return StoryChangeKind.MERGED;
        }
        if (lost || !previous.isEmpty()) {
            return StoryChangeKind.SPLIT;
        }
        return own ? StoryChangeKind.GREW : StoryChangeKind.STARTED;
    }

    private void addMoved(
            StoryFeatures cause,
            String story,
            StoryArticle member,
            Map<String, String> publishedStories,
            List<ArticleRelation> relations) {
        String before = publishedStories.get(member.id());
        if (before != null && !before.equals(story)) {
            relations.addAll(StoryRelations.regroupedRelations(cause, member, index, before, story));
        }
    }
}
