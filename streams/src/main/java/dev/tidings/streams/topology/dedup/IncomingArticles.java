package dev.tidings.streams.topology.dedup;

import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.streams.dedup.trace.TracedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Turns an analysed event into the {@link IncomingArticle} that deduplication compares with its index: source position,
 * identity, content hash and sketch.
 */
public final class IncomingArticles {

    private static final Pattern SHA256_TEXT = Pattern.compile("([0-9a-f]{64})?");

    private static final int MAX_NAME_CHARS = 8_192;
    private static final int MAX_FEATURE_BYTES = 512 * 1024;

    private IncomingArticles() {}

    /**
     * Checks the fields of an event and returns the incoming article.
     *
     * @throws UndecodableException when a field is not what analyse writes
     */
    public static IncomingArticle of(Analysed analysed) {
        requireIdentity(analysed);
        requireField(SHA256_TEXT.matcher(analysed.getContentSha256()).matches(), "contentSha256", "no SHA-256");
        requireField(analysed.getArticle().hasRemaining(), "article", "no bytes");
        requireShort(analysed);
        return new IncomingArticle(
                positionOf(analysed),
                analysed.getSourceTimestamp().toEpochMilli(),
                UUID.fromString(analysed.getArticleId()),
                analysed.getRevision(),
                analysed.getDeadLetteredBefore(),
                analysed.getContentSha256(),
                sketchOf(analysed));
    }

    /**
     * Checks the fields of a mark and returns the version that became a dead letter.
     *
     * @throws UndecodableException when a field is not what analyse writes
     */
    static DeadLetteredVersion deadLetterOf(Analysed mark) {
        requireIdentity(mark);
        return new DeadLetteredVersion(
                positionOf(mark),
                mark.getSourceTimestamp().toEpochMilli(),
                UUID.fromString(mark.getArticleId()),
                mark.getRevision(),
                mark.getDeadLetteredBefore());
    }

    private static void requireIdentity(Analysed analysed) {
        requireField(ArticleId.isWellFormed(analysed.getArticleId()), "articleId", analysed.getArticleId());
        requireField(analysed.getRevision() >= 1, "revision", analysed.getRevision());
        long before = analysed.getDeadLetteredBefore();
        requireField(before >= 0 && before < analysed.getRevision(), "deadLetteredBefore", before);
        long partition = analysed.getSourcePartition();
        requireField(partition >= 0 && partition <= Integer.MAX_VALUE, "sourcePartition", partition);
        requireField(analysed.getSourceOffset() >= 0, "sourceOffset", analysed.getSourceOffset());
    }

    private static SourcePosition positionOf(Analysed analysed) {
        return new SourcePosition((int) analysed.getSourcePartition(), analysed.getSourceOffset());
    }

    /** Checks the lengths of what is copied into headers, relations and story features, which have to fit there. */
    private static void requireShort(Analysed analysed) {
        requireShort("language", analysed.getLanguage());
        requireShort("script", analysed.getScript());
        requireShort("sourceTopic", analysed.getSourceTopic());
        requireShort("source", analysed.getSource());
        requireShort("flags", String.join(",", analysed.getFlags()));
        int features = analysed.getStoryFeatures().remaining();
        requireField(features <= MAX_FEATURE_BYTES, "storyFeatures", features + " bytes");
    }

    private static void requireShort(String field, String text) {
        requireField(text.length() <= MAX_NAME_CHARS, field, text.length() + " characters");
    }

    private static Sketch sketchOf(Analysed analysed) {
        OptionalLong urlKey = analysed.getUrlKey().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        // A sketch of another algorithm is not comparable: such an article is known by identity and address alone.
        if (!analysed.getAlgorithm().equals(Sketcher.ALGORITHM)) {
            return new Sketch(
                    analysed.getAlgorithm(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    urlKey,
                    TracedText.EMPTY,
                    List.of());
        }
        try {
            return Sketch.fromBytes(
                    analysed.getAlgorithm(),
                    analysed.getExact(),
                    analysed.getSketch(),
                    analysed.getKeys(),
                    urlKey,
                    analysed.getSentences());
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("malformed", "the event's " + e.getMessage(), e);
        }
    }

    private static void requireField(boolean holds, String field, Object value) {
        if (!holds) {
            throw new UndecodableException(
                    "malformed", "the event's " + field + " is not what analyse writes: " + value);
        }
    }
}
