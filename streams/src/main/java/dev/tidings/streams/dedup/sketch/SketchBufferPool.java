package dev.tidings.streams.dedup.sketch;

import dev.tidings.text.fold.Folder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Memory in which one sketch after another is made: a third of the time goes into fresh memory otherwise. Lent to whoever
 * sketches, so that there are no more than sketch at the same time, and none hangs on a thread.
 */
final class SketchBufferPool {

    private static final int MAX_POOLED_BUFFERS = 16;
    private static final int MAX_POOLED_TEXT_CHARS = 64 * 1024;

    private static final BlockingQueue<SketchBufferPool> KEPT = new ArrayBlockingQueue<>(MAX_POOLED_BUFFERS);

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
        if (used.wholeBody().length() <= MAX_POOLED_TEXT_CHARS
                && used.title().orElse("").length() <= MAX_POOLED_TEXT_CHARS) {
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
