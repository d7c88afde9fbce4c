package dev.tidings.streams.topology;

import dev.tidings.schemas.RecordKeys;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Chooses the partition of a record by the article it is about: Kafka's own hash of the article id. The key names a
 * version, so by the key alone the revisions of an article would lose their order.
 */
public final class ArticlePartitioner implements StreamPartitioner<byte[], byte[]> {

    public static final ArticlePartitioner INSTANCE = new ArticlePartitioner();

    private ArticlePartitioner() {}

    /** The form with headers, by which Kafka means to replace this one, falls back on it. */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int partitions) {
        byte[] article = RecordKeys.bytes(RecordKeys.articleId(key));
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(article)) % partitions));
    }
}
