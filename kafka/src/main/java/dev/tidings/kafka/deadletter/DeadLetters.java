package dev.tidings.kafka.deadletter;

import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.FailureCategory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The one maker of dead letters, for producer, topology and sink alike. Keeps the input whole up to the article limit
 * and its first 64 KiB beyond, always with SHA-256 and length. The id is a function of stage, source and reason, so the
 * same failure seen twice is the same dead letter.
 */
public final class DeadLetters {

    /** How much is kept of an input that is over the article limit, in bytes. */
    public static final int HEAD_BYTES = 64 * 1024;

    private final String stage;
    private final long maxArticleBytes;
    private final String appVersion;

    /**
     * Makes the maker of one stage's dead letters.
     *
     * @param stage step that fails: publish, a stage of the analysis, write, deduplicate, stories, sink
     * @param maxArticleBytes how long an input may be to be kept whole
     */
    public DeadLetters(String stage, long maxArticleBytes) {
        this.stage = stage;
        this.maxArticleBytes = maxArticleBytes;
        String version = DeadLetters.class.getPackage().getImplementationVersion();
        this.appVersion = version == null ? "" : version;
    }

    /** Where the failed input stood in Kafka. */
    public record Position(String topic, int partition, long offset, long timestamp) {

        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    /** Returns the dead letter of a record; add what else is known before building. */
    public DeadLetter.Builder ofRecord(
            Position position, byte @Nullable [] key, byte @Nullable [] value, Headers headers, Failure failure) {
        DeadLetter.Builder letter = filledLetter(position.toString(), failure)
                .setSourceTopic(position.topic())
                .setSourcePartition(position.partition())
                .setSourceOffset(position.offset())
                .setSourceTimestamp(Instant.ofEpochMilli(Math.max(0, position.timestamp())))
                .setHeaders(copyHeaders(headers));
        if (key != null) {
            letter.setKey(ByteBuffer.wrap(key));
        }
        return value == null ? letter : withValue(letter, value);
    }

    /**
     * Returns the dead letter of an input that never came to Kafka, without its bytes: they are too many or
     * unreadable.
     */
    public DeadLetter.Builder ofInput(String uri, String contentSha256, Failure failure) {
        return filledLetter(uri + "#" + contentSha256, failure).setUri(uri).setSha256(contentSha256);
    }

    /** Sets value, length and hash from the whole input. */
    public DeadLetter.Builder withValue(DeadLetter.Builder letter, byte[] value) {
        int kept = value.length <= maxArticleBytes ? value.length : Math.min(value.length, HEAD_BYTES);
        return letter.setValue(ByteBuffer.wrap(value, 0, kept).slice())
                .setLength(value.length)
                .setSha256(sha256Hex(value));
    }

    /** Returns a letter, too large itself, with as little of its value as is kept of an input over the limit. */
    public static DeadLetter headOf(DeadLetter letter) {
        return letter.getValue()
                .filter(value -> value.remaining() > HEAD_BYTES)
                .map(value -> DeadLetter.newBuilder(letter)
                        .setValue(value.slice(value.position(), HEAD_BYTES))
                        .build())
                .orElse(letter);
    }

    private DeadLetter.Builder filledLetter(String origin, Failure failure) {
        return DeadLetter.newBuilder()
                .setId(ArticleId.nameBased(ArticleId.NAMESPACE, stage + "|" + origin + "|" + failure.reason())
                        .toString())
                .setStage(stage)
                .setCategory(failure.category())
                .setReason(failure.reason())
                .setErrorClass(failure.errorClass())
                .setErrorMessage(failure.message())
                .setRetriable(failure.retriable())
                .setAppVersion(appVersion);
    }

    private static Map<String, ByteBuffer> copyHeaders(Headers headers) {
        Map<String, ByteBuffer> copy = new TreeMap<>();
        headers.forEach(header -> {
            if (header.value() != null) {
                copy.put(header.key(), ByteBuffer.wrap(header.value()));
            }
        });
        return copy;
    }

    /** Returns the SHA-256 of bytes in lower-case hexadecimal. */
    public static String sha256Hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Why something failed.
     *
     * @param category kind of failure
     * @param reason code, e.g. too_large
     * @param message one line: cause and fix
     * @param errorClass class of the error; empty when there was none
     * @param retriable whether trying again can help without another input
     */
    public record Failure(
            FailureCategory category, String reason, String message, String errorClass, boolean retriable) {

        /** Returns a failure that is the input's own and lasts. */
        public static Failure of(FailureCategory category, String reason, String message) {
            return new Failure(category, reason, message, "", false);
        }

        /** Returns a lasting failure with the error that showed it. */
        public static Failure of(FailureCategory category, String reason, Throwable error) {
            return new Failure(
                    category, reason, oneLine(error), error.getClass().getName(), false);
        }

        private static String oneLine(Throwable error) {
            String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
            return message.lines().findFirst().orElse("").strip();
        }
    }
}
