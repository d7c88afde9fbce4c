package dev.tidings.schemas;

import org.jspecify.annotations.NullMarked;

/**
 * Names of the record headers that allow filtering without decoding. Values are UTF-8 text. A header is a copy made for
 * speed, except {@link #VERDICT}, {@link #CLUSTER}, {@link #DECISION}, {@link #EVIDENCE} and {@link #CHANGE}: the deduplication
 * stage's word, which stands nowhere in the event, since the event was finished before that stage saw it.
 */
@NullMarked
public final class EventHeaders {

    /** Primary language subtag (BCP 47), e.g. {@code ckb}. */
    public static final String LANG = "lang";
    /** Script (ISO 15924), e.g. {@code Arab}. */
    public static final String SCRIPT = "script";
    /** Verdict of the deduplication stage: NEW or the name of a {@link RelationKind}. */
    public static final String VERDICT = "verdict";
    /** Cluster of copies: the id of its first member. */
    public static final String CLUSTER = "cluster";
    /** Ordinal of the deduplication stage's decision, dense from 0, decimal. */
    public static final String DECISION = "decision";
    /** Best related article with its scores, as {@link Evidence#toHeader()}; for NEW the nearest miss. */
    public static final String EVIDENCE = "evidence";
    /**
     * What the article tells that its cluster had not told before: added, numbers, names, negation, correction,
     * headline, separated by commas; left out when it tells nothing new, and for an article that is no copy.
     */
    public static final String CHANGE = "change";
    /**
     * What the deduplication stage found unusual, separated by commas, e.g. {@code late}; left out when there is
     * nothing.
     */
    public static final String FLAGS = "flags";
    /** Root, feed or service. */
    public static final String SOURCE = "source";
    /** Topic of the raw record. */
    public static final String SOURCE_TOPIC = "source-topic";
    /** Partition of the raw record, decimal. */
    public static final String SOURCE_PARTITION = "source-partition";
    /** Offset of the raw record, decimal. */
    public static final String SOURCE_OFFSET = "source-offset";

    private EventHeaders() {}
}
