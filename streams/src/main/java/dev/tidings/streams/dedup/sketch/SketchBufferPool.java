package dev.tidings.streams.dedup.sketch;

import dev.tidings.text.fold.Folder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Memory in which one sketch after another is made: a third of the time goes into fresh memory otherwise. Lent to whoever
 * sketches, so that there are no more than sketch at the same time, and none hangs on a thread.
 */
final class SketchBufferPool {

    private static final int MOST_KEPT = 16;
    private static final int LONGEST_KEPT = 64 * 1024;

    private static final BlockingQueue<SketchBufferPool> KEPT = new ArrayBlockingQueue<>(MOST_KEPT);

    private final Folder title = new Folder();
    private final Folder body = new Folder();
    private final Folder wholeBody = new Folder();
    private final Shingles shingles = new Shingles();

    private SketchBufferPool() {}

    static SketchBufferPool borrow() {
        SketchBufferPool kept = KEPT.poll();
        return kept == null ? new SketchBufferPool() : kept;
    }

    /** Takes the memory back, unless it has grown with what it was used for. */
    void giveBack(SketchInput used) {
        if (used.wholeBody().length() <= LONGEST_KEPT && used.title().orElse("").length() <= LONGEST_KEPT) {
            KEPT.offer(this);
        }
    }

    Folder title() {
        return title;
    }

    Folder body() {
        return body;
    }

    Folder wholeBody() {
        return wholeBody;
    }

    Shingles shingles() {
        return shingles;
    }
}
