package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.DedupProgress;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.Watermark;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The desk's decision: what each article is to those that came before it. A function of the sequence of arrivals alone:
 * the same sequence gives the same decisions. For one thread.
 */
public final class Deduplicator {

    /** Name and version of the rules, over those of the sketch. */
    public static final String ALGORITHM = Sketcher.ALGORITHM + "/rules4";

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;
    private final DuplicateMatcher duplicateMatcher;
    private final DuplicateIndexUpdater duplicateIndexUpdater;

    /**
     * Makes a desk.
     *
     * @param duplicateIndex what it remembers; its progress continues there
     * @param dedupWindows how long it remembers
     */
    public Deduplicator(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
        this.duplicateMatcher = new DuplicateMatcher(duplicateIndex, dedupWindows);
        this.duplicateIndexUpdater = new DuplicateIndexUpdater(duplicateIndex, dedupWindows);
    }

    /** Decides an article and remembers it. */
    public Decision deduplicateArticle(IncomingArticle incomingArticle) {
        DedupProgress before = duplicateIndex.progress();
        Watermark clock =
                before.clock().afterRecord(incomingArticle.sourcePosition().partition(), incomingArticle.time());
        duplicateIndex.putProgress(new DedupProgress(before.decisions() + 1, clock));
        duplicateIndexUpdater.expire(clock);

        DuplicateMatch duplicateMatch = duplicateMatcher.matchDuplicates(incomingArticle);
        boolean late = duplicateMatch.lowerRevision()
                || incomingArticle.time() < clock.time() - dedupWindows.millis(DedupWindows.Window.NEAR);
        UUID cluster = duplicateMatch.rule().verdict().joinsCluster()
                ? duplicateMatch.cluster().orElse(incomingArticle.articleId())
                : incomingArticle.articleId();
        if (duplicateMatch.rule() != Rule.REPUBLISHED) {
            duplicateIndexUpdater.indexArticle(incomingArticle, duplicateMatch, cluster);
        }
        return new Decision(
                before.decisions(),
                duplicateMatch.rule(),
                cluster,
                duplicateMatch.matchedArticle(),
                late,
                flags(duplicateMatch, late));
    }

    private static List<String> flags(DuplicateMatch duplicateMatch, boolean late) {
        List<String> flags = new ArrayList<>();
        if (late) {
            flags.add(Decision.LATE);
        }
        if (duplicateMatch.rule() == Rule.REPUBLISHED) {
            flags.add(Decision.REPUBLISHED);
        }
        return flags;
    }
}
