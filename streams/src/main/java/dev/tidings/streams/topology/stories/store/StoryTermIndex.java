package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.index.StoryArticle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * By which anchor which articles are found, the newest first. The anchors of today's news are asked for by one article
 * after the other, so the holders of those asked for last are kept beside the store: walking over the store's entries
 * takes longer than comparing the articles they name. For one thread.
 */
final class StoryTermIndex {

    /** As many holders as anybody asks for. */
    private static final int MAX_CACHED_IDS = 64;
    /** The longest take 10 KB each. */
    private static final int MAX_CACHED_TERMS = 2_048;

    private static final byte[] NOTHING = {1};

    /** A holder by its key, whose order is that of the list. */
    private record Holder(Bytes key, String id) implements Comparable<Holder> {

        @Override
        public int compareTo(Holder other) {
            return key.compareTo(other.key);
        }
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Long, List<Holder>> atHand = new LinkedHashMap<>(16, 0.75f, true);

    StoryTermIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Returns the ids of the newest holders of an anchor; equally new ones by their ids. */
    List<String> newestIds(long anchor, int most) {
        List<Holder> holders = most > MAX_CACHED_IDS ? readPostings(anchor, most) : atHand(anchor);
        return holders.stream().limit(most).map(Holder::id).toList();
    }

    private List<Holder> atHand(long anchor) {
        List<Holder> known = atHand.get(anchor);
        if (known != null) {
            return known;
        }
        List<Holder> read = readPostings(anchor, MAX_CACHED_IDS);
        atHand.put(anchor, read);
        if (atHand.size() > MAX_CACHED_TERMS) {
            atHand.remove(atHand.keySet().iterator().next());
        }
        return read;
    }

    private List<Holder> readPostings(long anchor, int most) {
        List<Holder> holders = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found =
                store.range(StoryKeys.firstHolder(anchor), StoryKeys.afterHolders(anchor))) {
            while (found.hasNext() && holders.size() < most) {
                Bytes key = found.next().key;
                holders.add(new Holder(key, StoryKeys.holderId(key)));
            }
        }
        return holders;
    }

    void add(long anchor, StoryArticle article) {
        Bytes key = StoryKeys.postingKey(anchor, article);
        store.put(key, NOTHING);
        List<Holder> known = atHand.get(anchor);
        if (known != null) {
            insertPosting(new Holder(key, article.id()), known);
        }
    }

    /** What is behind the longest list stays in the store alone. */
    private static void insertPosting(Holder holder, List<Holder> known) {
        int place = Collections.binarySearch(known, holder);
        if (place < 0 && -place - 1 < MAX_CACHED_IDS) {
            known.add(-place - 1, holder);
        }
        if (known.size() > MAX_CACHED_IDS) {
            known.remove(MAX_CACHED_IDS);
        }
    }

    /** A list that loses one may have another behind it, which the store knows. */
    void remove(long anchor, StoryArticle article) {
        store.delete(StoryKeys.postingKey(anchor, article));
        atHand.remove(anchor);
    }
}
