package dev.tidings.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.NullMarked;

/**
 * Every topic of Tidings on one page: name, key, value, partitions, retention.
 *
 * <p>History is kept: time retention would delete articles by the age of their records, so every topic but the
 * compacted ones has {@code retention.ms=-1}; what processes say of themselves is no history and goes after a month.
 * Immutable; safe for use by many threads.
 */
@NullMarked
public final class Topics {

    /** Prefix of the topics unless set otherwise. */
    public static final String DEFAULT_PREFIX = "tidings";

    /** Longest prefix, in characters: the longest name that Kafka Streams makes of it fits into Kafka's 249. */
    public static final int MAX_PREFIX_LENGTH = 100;

    /** Partitions of the parallel topics unless set otherwise. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** Largest record that the topics holding whole articles accept, in bytes. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    private static final Map<String, String> KEPT = Map.of("cleanup.policy", "delete", "retention.ms", "-1");
    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");
    /** The newest word of a process counts, and after a month nobody asks for it any more. */
    private static final Map<String, String> RECENT = Map.of(
            "cleanup.policy", "compact,delete",
            "retention.ms", "2592000000",
            "segment.ms", "600000",
            "min.cleanable.dirty.ratio", "0.1");

    private static final Map<String, String> APPEND_TIME = Map.of("message.timestamp.type", "LogAppendTime");
    /**
     * What is decided in order keeps the raw record's time, however old a replay's input is and whatever the broker's
     * clock says.
     */
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

    private static final Pattern PREFIX = Pattern.compile("[a-z0-9]([a-z0-9._-]*[a-z0-9])?");

    private final String installation;
    private final Optional<String> run;
    private final int partitions;

    private Topics(String installation, Optional<String> run, int partitions) {
        this.installation = installation;
        this.run = run;
        this.partitions = partitions;
    }

    /**
     * Returns the topics of an installation.
     *
     * @param prefix what stands before each of its names, see {@link #isPrefix}; two installations of one cluster need
     *     different ones, of which none begins with the other and a mark
     * @throws IllegalArgumentException when it cannot be a prefix
     */
    public static Topics of(String prefix) {
        if (!isPrefix(prefix)) {
            throw new IllegalArgumentException("no prefix of topics: " + prefix);
        }
        return new Topics(prefix, Optional.empty(), DEFAULT_PARTITIONS);
    }

    /**
     * Returns whether a text can stand before the names of topics: 1 to {@value #MAX_PREFIX_LENGTH} of the characters
     * a-z, 0-9, '.', '_' and '-', the first and the last a letter or digit.
     */
    public static boolean isPrefix(String text) {
        return text.length() <= MAX_PREFIX_LENGTH && PREFIX.matcher(text).matches();
    }

    /**
     * Returns the topics of a replay: what is read is {@link #raw()} of these, all else has {@code replay.<run>.} after
     * their prefix.
     *
     * @param name name of the run
     */
    public Topics replay(String name) {
        return new Topics(installation, Optional.of(name), partitions);
    }

    /** Returns these topics with another number of partitions for the parallel ones. */
    public Topics withPartitions(int count) {
        return new Topics(installation, run, count);
    }

    /** Returns what stands before the dot of each name of these topics, raw of a replay apart: {@code tidings}. */
    public String prefix() {
        return installation + run.map(name -> ".replay." + name).orElse("");
    }

    /**
     * Returns what stands before the names of consumer groups, applications and transactional ids that work on these
     * topics: {@code tidings-}, of a replay {@code tidings-replay-<run>-}.
     */
    public String idPrefix() {
        return installation + run.map(name -> "-replay-" + name).orElse("") + "-";
    }

    /**
     * Returns whether a consumer group is one that the installation keeps for itself, now or later: streams, sinks and
     * replays work in groups whose names begin with its prefix and a hyphen.
     */
    public boolean ownsGroup(String group) {
        return group.startsWith(installation + "-");
    }

    /** Articles as they were found. */
    public Topic raw() {
        return newTopic("raw", "article id", RawArticle.SCHEMA$, partitions, KEPT, APPEND_TIME, LARGE, ZSTD)
                .withName(installation + ".raw");
    }

    /** Articles understood and decided: what services subscribe to. */
    public Topic enriched() {
        return newTopic("enriched", "article id", EnrichedArticle.SCHEMA$, partitions, KEPT, APPEND_TIME, LARGE);
    }

    /** What articles are to each other, with the evidence; an article has many. */
    public Topic relations() {
        return newTopic("relations", "article id", ArticleRelation.SCHEMA$, partitions, KEPT, APPEND_TIME);
    }

    /** Stories, the newest state of each. */
    public Topic stories() {
        return newTopic("stories", "story id", Story.SCHEMA$, 1, COMPACTED, APPEND_TIME);
    }

    /** Inputs that failed, whole, with the reason. */
    public Topic deadLetters() {
        return newTopic("dead-letters", "source key", DeadLetter.SCHEMA$, 1, KEPT, APPEND_TIME, LARGE, ZSTD);
    }

    /** What has been published from where; partitioned by the hash of the root, so that a publish reads one. */
    public Topic ledger() {
        return newTopic("ledger", "source uri", LedgerEntry.SCHEMA$, partitions, COMPACTED, APPEND_TIME);
    }

    /**
     * Where analyse writes: {@link #analysed()} itself, or in a replay a topic partitioned as raw is, whose records are
     * put in order afterwards.
     */
    public Topic unordered() {
        return isReplay() ? analysed().withName(prefix() + ".unordered").withPartitions(partitions) : analysed();
    }

    /** The one order in which articles are deduplicated: one partition, raw record time. */
    public Topic analysed() {
        return newTopic("analysed", "article id", Analysed.SCHEMA$, 1, KEPT, RAW_TIME, LARGE, LZ4);
    }

    /** Features of published articles for story grouping, in the order of their decisions. */
    public Topic storyFeatures() {
        return newTopic("story-features", "article id", StoryFeatures.SCHEMA$, 1, KEPT, RAW_TIME, LZ4);
    }

    /** Replay runs, the newest state of each. */
    public Topic replays() {
        return newTopic("replays", "run name", ReplayRun.SCHEMA$, 1, COMPACTED, APPEND_TIME);
    }

    /** What each process says of itself; the record time is the broker's, by which its clock is judged. */
    public Topic processes() {
        return newTopic("processes", "process", Heartbeat.SCHEMA$, 1, RECENT, APPEND_TIME);
    }

    /** Returns every topic, in the order an article meets them; of a replay those that are its own. */
    public List<Topic> allTopics() {
        return isReplay()
                ? List.of(unordered(), analysed(), enriched(), relations(), storyFeatures(), stories(), deadLetters())
                : List.of(
                        raw(),
                        analysed(),
                        enriched(),
                        relations(),
                        storyFeatures(),
                        stories(),
                        deadLetters(),
                        ledger(),
                        replays(),
                        processes());
    }

    private boolean isReplay() {
        return run.isPresent();
    }

    @SafeVarargs
    private Topic newTopic(String name, String key, Schema value, int count, Map<String, String>... configs) {
        Map<String, String> merged = new TreeMap<>();
        for (Map<String, String> config : configs) {
            merged.putAll(config);
        }
        return new Topic(prefix() + "." + name, installation + "." + name, key, value, count, merged);
    }
}
