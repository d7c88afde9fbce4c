package dev.tidings.streams.failure;

import java.util.stream.Stream;

/** A partition began again while it was read: its topic was deleted and made anew. The message is one line. */
public final class RemadeTopicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Returns whether a thread died of one. */
    public static boolean isCauseOf(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .anyMatch(RemadeTopicException.class::isInstance);
    }

    /**
     * Makes one.
     *
     * @param offset offset of the record that came
     * @param before offset of the record that came before it
     */
    public RemadeTopicException(String topic, int partition, long offset, long before) {
        super(topic + "-" + partition + " begins again at offset " + offset + " after offset " + before
                + " was read: the topic was deleted and made anew");
    }
}
