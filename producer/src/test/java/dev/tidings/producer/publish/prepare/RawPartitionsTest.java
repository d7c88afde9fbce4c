package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.SourceFormat;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class RawPartitionsTest {

    @Test
    void theHashIsTheOneOfKafkasOwnPartitioner() {
        IntStream.range(0, 1000)
                .mapToObj(i -> "هەواڵ" + i)
                .forEach(text -> assertThat(RawPartitions.partitionOf(text, 7))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(text.getBytes(UTF_8), 7)));
    }

    @Test
    void articlesOfOneHostShareAPartition() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> article("https://WWW.Example.org:8080/" + i))
                        .map(article -> RawPartitions.ofArticle(article, "id", 64)))
                .containsOnly(RawPartitions.partitionOf("www.example.org", 64));
    }

    @Test
    void articlesWithoutAHostAreSpreadByTheirId() {
        assertThat(IntStream.range(0, 400)
                        .mapToObj(i -> ArticleId.of("news/" + i))
                        .map(id -> RawPartitions.ofArticle(article(null), id, 4))
                        .collect(Collectors.groupingBy(partition -> partition, Collectors.counting())))
                .hasSize(4)
                .allSatisfy((partition, count) -> assertThat(count).isBetween(60L, 140L));
        assertThat(RawPartitions.ofArticle(article("not a url"), "id", 64))
                .isEqualTo(RawPartitions.partitionOf("id", 64));
        assertThat(RawPartitions.ofArticle(article("mailto:a@b"), "id", 64))
                .isEqualTo(RawPartitions.partitionOf("id", 64));
    }

    private static SuppliedArticle article(String url) {
        return new SuppliedArticle(
                ByteBuffer.allocate(0),
                SourceFormat.TEXT,
                "text/plain",
                -1,
                Optional.empty(),
                SuppliedMetadata.builder().url(url).build());
    }
}
