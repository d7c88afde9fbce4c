package dev.tidings.streams.topology.stories.store;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The articles of stories in their store, with a cache of those used last: an article of today's news is compared with
 * many that come after it, and deserializing one takes longer than comparing it. For one thread.
 */
final class StoryArticles {

    /** About 15 KB each. */
    private static final int MAX_CACHED_ARTICLES = 1_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<String, StoryArticleValue> cache = new LinkedHashMap<>(16, 0.75f, true);

    StoryArticles(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    Optional<StoryArticleValue> get(String id) {
        StoryArticleValue known = cache.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<StoryArticleValue> read = Optional.ofNullable(store.get(StoryKeys.idBytes(id)))
                .map(value -> StoryArticleValue.fromBytes(id, value));
        read.ifPresent(this::keepInCache);
        return read;
    }

    /** Returns the story of an article without reading the whole of it. */
    Optional<String> storyOf(String id) {
        StoryArticleValue known = cache.get(id);
        return known != null
                ? Optional.of(known.article().storyId())
                : Optional.ofNullable(store.get(StoryKeys.idBytes(id))).map(StoryArticleValue::storyOf);
    }

    void put(StoryArticleValue value) {
        String id = value.article().id();
        store.put(StoryKeys.idBytes(id), value.toBytes());
        keepInCache(value);
    }

    private void keepInCache(StoryArticleValue value) {
        cache.put(value.article().id(), value);
        if (cache.size() > MAX_CACHED_ARTICLES) {
            cache.remove(cache.keySet().iterator().next());
        }
    }

    void delete(String id) {
        store.delete(StoryKeys.idBytes(id));
        cache.remove(id);
    }

    void forEach(Consumer<StoryArticleValue> action) {
        try (KeyValueIterator<Bytes, byte[]> stored = store.all()) {
            while (stored.hasNext()) {
                KeyValue<Bytes, byte[]> entry = stored.next();
                action.accept(
                        StoryArticleValue.fromBytes(StoryKeys.idBytes(ByteBuffer.wrap(entry.key.get())), entry.value));
            }
        }
    }
}
