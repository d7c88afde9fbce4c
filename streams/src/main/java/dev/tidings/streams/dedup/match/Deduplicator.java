package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.DedupProgress;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.index.Watermark;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Decides what each incoming article is to the articles before it: new, revision, copy or related text. The decisions
 * are a function of the sequence of articles alone: the same sequence gives the same decisions. For one thread.
 */
public final class Deduplicator {

    /** Name and version of the rules, over those of the sketch. */
    public static final String ALGORITHM = Sketcher.ALGORITHM + "/rules6";

    private final DuplicateIndex duplicateIndex;
    private final DedupWindows dedupWindows;
    private final DuplicateMatcher duplicateMatcher;
    private final DuplicateIndexUpdater duplicateIndexUpdater;
    private final IndexExpiry indexExpiry;

    /**
     * Makes a deduplicator.
     *
     * @param duplicateIndex the index of earlier articles; its progress continues
     * @param dedupWindows how long articles stay in the index
     */
    public Deduplicator(DuplicateIndex duplicateIndex, DedupWindows dedupWindows) {
        this.duplicateIndex = duplicateIndex;
        this.dedupWindows = dedupWindows;
        this.duplicateMatcher = new DuplicateMatcher(duplicateIndex, dedupWindows);
        this.duplicateIndexUpdater = new DuplicateIndexUpdater(duplicateIndex);
        this.indexExpiry = new IndexExpiry(duplicateIndex, dedupWindows);
    }

    /** Decides an article, indexes it and removes what has expired. */
    public Decision deduplicateArticle(IncomingArticle incomingArticle) {
        DedupProgress before = duplicateIndex.progress();
        Watermark clock = moveClock(incomingArticle.sourcePosition(), incomingArticle.time(), before.decisions() + 1);

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
                duplicateMatch.change(),
                late,
                flags(duplicateMatch, late, before.clock().isAhead(incomingArticle.time())));
    }

    /**
     * Takes note of a version that became a dead letter before it came here: it gets no decision and no ordinal, and
     * the next version of the article is no revision of it.
     */
    public void noteDeadLetter(DeadLetteredVersion version) {
        moveClock(
                version.sourcePosition(),
                version.time(),
                duplicateIndex.progress().decisions());
        duplicateIndexUpdater.noteDeadLetter(version);
    }

    /**
     * Returns the clock after a record. What it has passed expires with later records, and none newer than a window
     * before those: a clock that is ahead empties nothing.
     */
    private Watermark moveClock(SourcePosition sourcePosition, long time, long decisions) {
        Watermark before = duplicateIndex.progress().clock();
        Watermark after = before.afterRecord(sourcePosition.partition(), time);
        duplicateIndex.putProgress(new DedupProgress(decisions, after));
        indexExpiry.expire(Math.min(before.time(), time));
        return after;
    }

    private static List<String> flags(DuplicateMatch duplicateMatch, boolean late, boolean ahead) {
        List<String> flags = new ArrayList<>();
        if (late) {
            flags.add(Decision.LATE);
        }
        if (duplicateMatch.rule() == Rule.REPUBLISHED) {
            flags.add(Decision.REPUBLISHED);
        }
        if (ahead) {
            flags.add(Decision.AHEAD);
        }
        return flags;
    }
}
