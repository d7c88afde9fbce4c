package dev.tidings.streams.topology.stories.store;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.index.StoryArticle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the story stores, big-endian, so that they sort as bytes in the order of the values they encode. */
final class StoryKeys {

    private static final int TIME_BYTES = 8;
    private static final int ID_BYTES = 16;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private StoryKeys() {}

    /** Returns the hash of a term, never 0. */
    static long hashOf(StoryTerm storyTerm) {
        long hash = Hashing.komihash5_0().hashCharsToLong(storyTerm.key()) + kindCode(storyTerm.kind()) * SPREAD;
        return hash == 0 ? SPREAD : hash;
    }

    /** Stands in stored hashes and never changes. */
    private static int kindCode(StoryTerm.Kind kind) {
        return switch (kind) {
            case NAME -> 1;
            case ENTITY -> 2;
            case DAY -> 3;
            case NUMBER -> 4;
            case WORD -> 5;
        };
    }

    static Bytes idBytes(String id) {
        return Bytes.wrap(putId(ByteBuffer.allocate(ID_BYTES), id).array());
    }

    /**
     * Returns the key of a posting: an article under a term that it is indexed under. Of one term the newest article
     * sorts first.
     */
    static Bytes postingKey(long term, StoryArticle article) {
        ByteBuffer key = ByteBuffer.allocate(Long.BYTES + TIME_BYTES + ID_BYTES)
                .putLong(term)
                .putLong(~(article.time() ^ Long.MIN_VALUE));
        return Bytes.wrap(putId(key, article.id()).array());
    }

    static Bytes firstPosting(long term) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(term).array());
    }

    /** Returns a key that sorts behind all postings of a term. */
    static Bytes afterPostings(long term) {
        byte[] last = new byte[Long.BYTES + TIME_BYTES + ID_BYTES + 1];
        Arrays.fill(last, (byte) 0xff);
        return Bytes.wrap(ByteBuffer.wrap(last).putLong(term).array());
    }

    static String postingArticleId(Bytes key) {
        return idBytes(ByteBuffer.wrap(key.get()).position(Long.BYTES + TIME_BYTES));
    }

    /** Returns the key of an article that expires at a time. */
    static Bytes timeKey(long time, String id) {
        return Bytes.wrap(putId(timeKey(TIME_BYTES + ID_BYTES, time), id).array());
    }

    /** Returns the key before which all entries of earlier times sort. */
    static Bytes timeKey(long time) {
        return Bytes.wrap(timeKey(TIME_BYTES, time).array());
    }

    static String timedId(Bytes key) {
        return idBytes(ByteBuffer.wrap(key.get()).position(TIME_BYTES));
    }

    /** A time before 1970 has its sign flipped too, or it would stand behind all others. */
    private static ByteBuffer timeKey(int size, long time) {
        return ByteBuffer.allocate(size).putLong(time ^ Long.MIN_VALUE);
    }

    static ByteBuffer putId(ByteBuffer bytes, String id) {
        UUID uuid = UUID.fromString(id);
        return bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    static String idBytes(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
