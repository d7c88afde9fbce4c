package dev.tidings.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Keys of records, as UTF-8 text. Raw, analysed and enriched articles have the key {@code id#revision}, relations
 * {@code id#revision>related#revision}. A key names one version, so a single version can be removed from a topic; the
 * partition of a record is therefore chosen by the article id, not by the key, which keeps the revisions of an article
 * in order.
 */
@NullMarked
public final class RecordKeys {

    private static final char BEFORE_REVISION = '#';
    private static final char BEFORE_RELATED = '>';

    private RecordKeys() {}

    /**
     * One version of an article.
     *
     * @param articleId id of the article
     * @param revision its revision
     */
    public record Version(String articleId, long revision) {}

    /** Returns the key of one version of an article, e.g. {@code 6f1d4c58-7a0e-5b39-9c21-3f6c2f0a8e17#2}. */
    public static String article(String articleId, long revision) {
        return articleId + BEFORE_REVISION + revision;
    }

    /** Returns the key of the relation between two versions of articles. */
    public static String relation(String articleId, long revision, String relatedId, long relatedRevision) {
        return article(articleId, revision) + BEFORE_RELATED + article(relatedId, relatedRevision);
    }

    /** Returns the key of a relation. */
    public static String relation(ArticleRelation relation) {
        return relation(
                relation.getArticleId(),
                relation.getRevision(),
                relation.getRelatedId(),
                relation.getRelatedRevision());
    }

    /** Returns a key as it stands in a record. */
    public static byte[] bytes(String key) {
        return key.getBytes(UTF_8);
    }

    /**
     * Returns the version of an article that a record is about.
     *
     * @param key of a record of any topic; null for a record without a key
     * @return {@code id#revision}, of a relation its first; the whole key when it is none of ours, empty for null
     */
    public static String articleVersion(byte @Nullable [] key) {
        return before(BEFORE_RELATED, text(key));
    }

    /** Returns the id of the article that a record is about; the whole key when it is none of ours, empty for null. */
    public static String articleId(byte @Nullable [] key) {
        return before(BEFORE_REVISION, articleVersion(key));
    }

    /**
     * Returns the version of an article that a record is about, in its parts.
     *
     * @param key of a record of any topic; null for a record without a key
     * @return empty when the key names none
     */
    public static Optional<Version> findVersion(byte @Nullable [] key) {
        return parseVersion(articleVersion(key));
    }

    /**
     * Returns the version of the second article that the key of a relation names.
     *
     * @param key of a record of any topic; null for a record without a key
     * @return empty when the key names none
     */
    public static Optional<Version> findRelated(byte @Nullable [] key) {
        String text = text(key);
        return parseVersion(text.substring(text.indexOf(BEFORE_RELATED) + 1))
                .filter(related -> text.indexOf(BEFORE_RELATED) >= 0);
    }

    private static Optional<Version> parseVersion(String text) {
        int index = text.lastIndexOf(BEFORE_REVISION);
        try {
            return index < 1
                    ? Optional.empty()
                    : Optional.of(new Version(text.substring(0, index), Long.parseLong(text.substring(index + 1))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(byte @Nullable [] key) {
        return key == null ? "" : new String(key, UTF_8);
    }

    private static String before(char end, String text) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }
}
