package dev.tidings.consumer.store;

import java.util.SortedMap;

/**
 * How much a store holds.
 *
 * @param articles articles, each counted once
 * @param revisions revisions of articles
 * @param relations relations
 * @param suppressed relations of suppressed copies
 * @param byLanguage current revisions by language tag
 * @param byVerdict revisions by verdict
 */
public record StoreCounts(
        long articles,
        long revisions,
        long relations,
        long suppressed,
        SortedMap<String, Long> byLanguage,
        SortedMap<String, Long> byVerdict) {}
