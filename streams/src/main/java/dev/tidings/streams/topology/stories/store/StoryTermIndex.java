package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.topology.store.BoundedRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The postings of the story index: the articles that are indexed under a term, the newest first. The terms of today's
 * news are asked for by one article after the other, so the postings of the terms used last are cached: a range scan of
 * the store takes longer than comparing the articles it names. For one thread.
 */
final class StoryTermIndex {

    /** How many postings of a term are cached: as many as grouping asks for. */
    private static final int MAX_CACHED_IDS = 64;
    /** How many terms are cached; the longest lists take 10 KB each. */
    private static final int MAX_CACHED_TERMS = 2_048;

    private static final byte[] NOTHING = {1};

    /** One article under a term; postings are ordered by key. */
    private record Posting(Bytes key, String id) implements Comparable<Posting> {

        @Override
        public int compareTo(Posting other) {
            return key.compareTo(other.key);
        }
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Long, List<Posting>> cache = new LinkedHashMap<>(16, 0.75f, true);

    StoryTermIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Returns the ids of the newest articles under a term; equally new ones in the order of their ids. */
    List<String> newestIds(long term, int most) {
        List<Posting> postings = most > MAX_CACHED_IDS ? readPostings(term, most) : cachedPostings(term);
        return postings.stream().limit(most).map(Posting::id).toList();
    }

    private List<Posting> cachedPostings(long term) {
        List<Posting> known = cache.get(term);
        if (known != null) {
            return known;
        }
        List<Posting> read = readPostings(term, MAX_CACHED_IDS);
        cache.put(term, read);
        if (cache.size() > MAX_CACHED_TERMS) {
            cache.remove(cache.keySet().iterator().next());
        }
        return read;
    }

    private List<Posting> readPostings(long term, int most) {
        List<Posting> postings = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found =
                BoundedRange.scan(store, StoryKeys.firstPosting(term), StoryKeys.afterPostings(term))) {
            while (found.hasNext() && postings.size() < most) {
                Bytes key = found.next().key;
                postings.add(new Posting(key, StoryKeys.postingArticleId(key)));
            }
        }
        return postings;
    }

    void add(long term, StoryArticle article) {
        Bytes key = StoryKeys.postingKey(term, article);
        store.put(key, NOTHING);
        List<Posting> known = cache.get(term);
        if (known != null) {
            insertPosting(new Posting(key, article.id()), known);
        }
    }

    /** Inserts a posting into a cached list. What falls off the end of the longest list stays in the store alone. */
    private static void insertPosting(Posting posting, List<Posting> known) {
        int place = Collections.binarySearch(known, posting);
        if (place < 0 && -place - 1 < MAX_CACHED_IDS) {
            known.add(-place - 1, posting);
        }
        if (known.size() > MAX_CACHED_IDS) {
            known.remove(MAX_CACHED_IDS);
        }
    }

    /** Deletes a posting. A cached list that loses one is dropped, since the store may have another behind its end. */
    void remove(long term, StoryArticle article) {
        store.delete(StoryKeys.postingKey(term, article));
        cache.remove(term);
    }
}
