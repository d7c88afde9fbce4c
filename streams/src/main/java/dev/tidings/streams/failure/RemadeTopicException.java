package dev.tidings.streams.failure;

/** A partition began again while it was read: its topic was deleted and made anew. The message is one line. */
public final class RemadeTopicException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
