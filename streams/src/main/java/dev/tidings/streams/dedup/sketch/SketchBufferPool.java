package dev.tidings.streams.dedup.sketch;

import dev.tidings.streams.dedup.trace.TextTracer;
import dev.tidings.text.fold.Folder;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reusable buffers in which sketches are made: allocating them anew takes a third of the time. There are no more of
 * them than sketches being made at the same time, and none is bound to a thread.
 */
final class SketchBufferPool {

    private static final int MAX_POOLED_BUFFERS = 16;
    private static final int MAX_POOLED_TEXT_CHARS = 64 * 1024;

    private static final BlockingQueue<SketchBufferPool> KEPT = new ArrayBlockingQueue<>(MAX_POOLED_BUFFERS);

    private final Folder title = new Folder();
    private final Folder body = new Folder();
    private final Folder wholeBody = new Folder();
    private final TextTracer tracer = new TextTracer();
    private final Shingles shingles = new Shingles();

    private SketchBufferPool() {}

    static SketchBufferPool borrow() {
        SketchBufferPool kept = KEPT.poll();
        return kept == null ? new SketchBufferPool() : kept;
    }

    /** Takes a buffer back, unless it has grown with a very long text. */
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

    TextTracer tracer() {
        return tracer;
    }

    Shingles shingles() {
        return shingles;
    }
}
