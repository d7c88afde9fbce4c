package dev.tidings.streams.story.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The articles of the window by id, by slot and by arrival. Slots of forgotten ones are used again, the lowest first.
 * For one thread.
 */
final class RememberedArticles {

    private final Deque<StoryArticle> byArrival = new ArrayDeque<>();
    private final List<@Nullable StoryArticle> bySlot = new ArrayList<>();
    private final BitSet freeSlots = new BitSet();
    /** No slot below it is free. */
    private int lowestFree;

    private final Map<String, StoryArticle> byId = new HashMap<>();

    /** Makes room for articles that are to be restored, each in its slot: all other slots stay free. */
    void reserveSlots(List<StoryArticle> articles) {
        int slots = articles.stream().mapToInt(StoryArticle::slot).max().orElse(-1) + 1;
        bySlot.addAll(Collections.nCopies(slots, null));
        freeSlots.set(0, slots);
    }

    /** Adds the newest article. */
    void add(StoryArticle article) {
        if (article.slot() < bySlot.size()) {
            freeSlots.clear(article.slot());
            bySlot.set(article.slot(), article);
        } else {
            bySlot.add(article);
        }
        byId.put(article.id(), article);
        byArrival.addLast(article);
    }

    void remove(StoryArticle article) {
        byId.remove(article.id());
        bySlot.set(article.slot(), null);
        freeSlots.set(article.slot());
        lowestFree = Math.min(lowestFree, article.slot());
    }

    /** Returns the slot of the next article. */
    int nextSlot() {
        int free = freeSlots.nextSetBit(lowestFree);
        lowestFree = free < 0 ? bySlot.size() : free;
        return lowestFree;
    }

    int count() {
        return byId.size();
    }

    @Nullable
    StoryArticle find(String id) {
        return byId.get(id);
    }

    /** Returns the article of a slot; null when it is free. */
    @Nullable
    StoryArticle at(int slot) {
        return bySlot.get(slot);
    }

    /** Returns the articles in no order. */
    Collection<StoryArticle> all() {
        return byId.values();
    }

    /** Returns the article that came first; null when there is none. */
    @Nullable
    StoryArticle eldest() {
        StoryArticle first = byArrival.peekFirst();
        // One that was removed before its time may still stand in the line.
        while (first != null && bySlot.get(first.slot()) != first) {
            byArrival.removeFirst();
            first = byArrival.peekFirst();
        }
        return first;
    }
}
