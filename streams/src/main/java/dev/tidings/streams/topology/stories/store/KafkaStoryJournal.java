package dev.tidings.streams.topology.stories.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.story.index.CarriedCopy;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryJournal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Writes what the story index has to know after a restart into the stores of the task, and reads it. For the stream
 * thread that owns the stores.
 */
public final class KafkaStoryJournal implements StoryJournal {

    /** The time of the stage is read by what trims its log, which needs it to the hour. */
    private static final long CLOCK_STEP_MILLIS = 600_000;

    /** The time of the stage, and behind it the version of the grouping. */
    private static final Bytes CLOCK = Bytes.wrap(new byte[] {0});

    private final KeyValueStore<Bytes, byte[]> articles;
    private final KeyValueStore<Bytes, byte[]> labels;
    private final KeyValueStore<Bytes, byte[]> copies;
    private long writtenClock = Long.MIN_VALUE;
    private String grouping = "";

    /**
     * Makes the journal.
     *
     * @param stores returns the store of a name of {@link StoryStores}
     */
    public KafkaStoryJournal(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        articles = stores.apply(StoryStores.ARTICLES);
        labels = stores.apply(StoryStores.LABELS);
        copies = stores.apply(StoryStores.COPIES);
    }

    /** Returns the index that the stores tell of. */
    public StoryIndex openIndex() {
        readClock(labels).ifPresent(clock -> writtenClock = clock);
        grouping = readGrouping();
        List<StoredArticle> stored = readAll(articles, StoredArticle::fromBytes);
        long first =
                stored.stream().mapToLong(StoredArticle::firstSequence).max().orElse(0);
        StoryIndex index = new StoryIndex(this);
        index.restore(
                stored.stream()
                        .map(StoredArticle::article)
                        .filter(article -> article.sequence() >= first)
                        .sorted(Comparator.comparingLong(StoryArticle::sequence))
                        .toList(),
                readLabels(),
                readAll(copies, StoredCopy::fromBytes));
        return index;
    }

    private interface SlotReader<T> {
        T fromBytes(int slot, byte[] value);
    }

    private static <T> List<T> readAll(KeyValueStore<Bytes, byte[]> slots, SlotReader<T> reader) {
        List<T> stored = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = slots.all()) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                stored.add(reader.fromBytes(ByteBuffer.wrap(entry.key.get()).getInt(), entry.value));
            }
        }
        return stored;
    }

    private Map<Long, String> readLabels() {
        Map<Long, String> stories = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> entries = labels.all()) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (!entry.key.equals(CLOCK)) {
                    ByteBuffer value = ByteBuffer.wrap(entry.value);
                    stories.put(
                            ByteBuffer.wrap(entry.key.get()).getLong(),
                            new UUID(value.getLong(), value.getLong()).toString());
                }
            }
        }
        return stories;
    }

    @Override
    public void putArticle(StoryArticle article, long firstSequence) {
        articles.put(slotKey(article.slot()), new StoredArticle(article, firstSequence).toBytes());
        if (writtenClock == Long.MIN_VALUE || article.clock() >= writtenClock + CLOCK_STEP_MILLIS) {
            writtenClock = article.clock();
            putClock();
        }
    }

    private void putClock() {
        byte[] version = grouping.getBytes(UTF_8);
        labels.put(
                CLOCK,
                ByteBuffer.allocate(Long.BYTES + version.length)
                        .putLong(writtenClock)
                        .put(version)
                        .array());
    }

    /** Returns the version of the grouping that the published stories are of; empty where that is not known. */
    public String grouping() {
        return grouping;
    }

    /** Writes of which version of the grouping the published stories are now, at the latest with the next article. */
    public void noteGrouping(String version) {
        grouping = version;
        if (writtenClock != Long.MIN_VALUE) {
            putClock();
        }
    }

    private String readGrouping() {
        byte[] value = labels.get(CLOCK);
        return value == null ? "" : new String(value, Long.BYTES, value.length - Long.BYTES, UTF_8);
    }

    @Override
    public void putLabel(long strand, String story) {
        UUID id = UUID.fromString(story);
        labels.put(
                strandKey(strand),
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    @Override
    public void removeLabel(long strand) {
        labels.delete(strandKey(strand));
    }

    @Override
    public void putCopy(CarriedCopy copy) {
        copies.put(slotKey(copy.slot()), StoredCopy.toBytes(copy));
    }

    @Override
    public void removeCopy(int slot) {
        copies.delete(slotKey(slot));
    }

    private static Bytes slotKey(int slot) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(slot).array());
    }

    private static Bytes strandKey(long strand) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(strand).array());
    }

    /**
     * Returns a time that the stage has passed, a few minutes before its newest article, for readers outside of the
     * task; empty before the first article.
     *
     * @param labels the store {@link StoryStores#LABELS}
     */
    public static OptionalLong readClock(ReadOnlyKeyValueStore<Bytes, byte[]> labels) {
        byte[] value = labels.get(CLOCK);
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(value).getLong());
    }
}
