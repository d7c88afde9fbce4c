package dev.tidings.schemas;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * Every topic of Tidings on one page: name, key, value, partitions, retention.
 *
 * <p>History is kept: time retention would delete articles by the age of their records, so every topic but the
 * compacted ones has {@code retention.ms=-1}. Immutable; safe for use by many threads.
 */
@NullMarked
public final class Topics {

    /** Prefix of the live topics. */
    public static final String LIVE_PREFIX = "tidings.";

    /** Partitions of the parallel topics unless set otherwise. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** Largest record that the topics holding whole articles accept, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    private static final Map<String, String> KEPT = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
    private static final Map<String, String> APPEND_TIME = Map.of("message.timestamp.type", "LogAppendTime");
    /** The desk keeps the raw record's time, however old a replay's input is and whatever the broker's clock says. */
    private static final Map<String, String> RAW_TIME = Map.of(
            "message.timestamp.type",
            "CreateTime",
            "message.timestamp.after.max.ms",
            String.valueOf(Long.MAX_VALUE),
            "message.timestamp.before.max.ms",
            String.valueOf(Long.MAX_VALUE));

    private static final Map<String, String> LARGE =
            Map.of("max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES), "compression.type", "producer");
    private static final Map<String, String> ZSTD = Map.of("compression.type", "zstd");
    private static final Map<String, String> LZ4 = Map.of("compression.type", "lz4");

    private final String prefix;
    private final String rawPrefix;
    private final int partitions;

    private Topics(String prefix, String rawPrefix, int partitions) {
        this.prefix = prefix;
        this.rawPrefix = rawPrefix;
        this.partitions = partitions;
    }

    /** Returns the live topics. */
    public static Topics live() {
        return withPrefix(LIVE_PREFIX);
    }

    /**
     * Returns topics of the same kinds that keep apart from the live ones.
     *
     * @param prefix what stands before each name, e.g. {@code test.}
     */
    public static Topics withPrefix(String prefix) {
        return new Topics(prefix, prefix, DEFAULT_PARTITIONS);
    }

    /**
     * Returns the topics of a replay: what is read is {@link #raw()} of these, all else has the prefix {@code
     * replay.<run>.} after that of these.
     */
    public Topics replay(String run) {
        return new Topics(prefix + "replay." + run + ".", rawPrefix, partitions);
    }

    /** Returns these topics with another number of partitions for the parallel ones. */
    public Topics withPartitions(int count) {
        return new Topics(prefix, rawPrefix, count);
    }

    /** Returns what stands before each name of these topics, raw of a replay apart. */
    public String prefix() {
        return prefix;
    }

    private boolean isReplay() {
        return !prefix.equals(rawPrefix);
    }

    /** Articles as they were found. */
    public Topic raw() {
        return topic("raw", "article id", RawArticle.SCHEMA$, partitions, KEPT, APPEND_TIME, LARGE, ZSTD)
                .withName(rawPrefix + "raw");
    }

    /** Articles understood and decided: what services subscribe to. */
    public Topic enriched() {
        return topic("enriched", "article id", EnrichedArticle.SCHEMA$, partitions, KEPT, APPEND_TIME, LARGE);
    }

    /** What articles are to each other, with the evidence; an article has many. */
    public Topic relations() {
        return topic("relations", "article id", ArticleRelation.SCHEMA$, partitions, KEPT, APPEND_TIME);
    }

    /** Stories, the newest state of each. */
    public Topic stories() {
        return topic("stories", "story id", Story.SCHEMA$, 1, COMPACTED, APPEND_TIME);
    }

    /** Inputs that failed, whole, with the reason. */
    public Topic deadLetters() {
        return topic("dead-letters", "source key", DeadLetter.SCHEMA$, 1, KEPT, APPEND_TIME, LARGE, ZSTD);
    }

    /** What has been published from where; partitioned by the hash of the root, so that a publish reads one. */
    public Topic ledger() {
        return topic("ledger", "source uri", LedgerEntry.SCHEMA$, partitions, COMPACTED);
    }

    /**
     * Where analyse writes: the desk itself, or in a replay a topic partitioned as raw is, whose records are put in the
     * desk's order afterwards.
     */
    public Topic analysed() {
        return isReplay() ? desk().withName(prefix + "analysed").withPartitions(partitions) : desk();
    }

    /** The one order in which articles are decided: one partition, raw record time. */
    public Topic desk() {
        return topic("desk", "article id", Analysed.SCHEMA$, 1, KEPT, RAW_TIME, LARGE, LZ4);
    }

    /** Features of published articles for story grouping, in the desk's order. */
    public Topic storyFeatures() {
        return topic("story-features", "article id", StoryFeatures.SCHEMA$, 1, KEPT, RAW_TIME, LZ4);
    }

    /** Replay runs, the newest state of each. */
    public Topic replays() {
        return topic("replays", "run name", ReplayRun.SCHEMA$, 1, COMPACTED);
    }

    /** Returns every topic, in the order an article meets them; of a replay those that are its own. */
    public List<Topic> all() {
        return isReplay()
                ? List.of(analysed(), desk(), enriched(), relations(), storyFeatures(), stories(), deadLetters())
                : List.of(
                        raw(),
                        desk(),
                        enriched(),
                        relations(),
                        storyFeatures(),
                        stories(),
                        deadLetters(),
                        ledger(),
                        replays());
    }

    @SafeVarargs
    private Topic topic(String name, String key, Schema value, int count, Map<String, String>... configs) {
        Map<String, String> merged = new TreeMap<>();
        for (Map<String, String> config : configs) {
            merged.putAll(config);
        }
        return new Topic(prefix + name, LIVE_PREFIX + name, key, value, count, merged);
    }
}
