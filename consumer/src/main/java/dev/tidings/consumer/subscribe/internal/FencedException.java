package dev.tidings.consumer.subscribe.internal;

/** Somebody else has moved on, so what was about to be done is void: in one partition, or in all of them. */
public final class FencedException extends RuntimeException {

    private final boolean everywhere;

    private FencedException(String message, boolean everywhere) {
        super(message);
        this.everywhere = everywhere;
    }

    /** Makes one about the partition that was being worked on. */
    public FencedException(String message) {
        this(message, false);
    }

    /** Returns one about every partition: nothing is known any more of where each stands. */
    public static FencedException ofAllPartitions(String message) {
        return new FencedException(message, true);
    }

    /** Returns whether it is about every partition. */
    public boolean isAboutAll() {
        return everywhere;
    }
}
