package dev.tidings.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RecordKeys;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticlePartitionerTest {

    @Test
    void allThatIsWrittenOfAnArticleSharesThePartitionOfItsId() {
        String id = ArticleId.of("news/a.txt");
        String related = ArticleId.of("news/b.txt");
        Optional<Set<Integer>> expected = partition(id);
        assertThat(IntStream.range(1, 100).mapToObj(revision -> partition(RecordKeys.article(id, revision))))
                .containsOnly(expected);
        assertThat(partition(RecordKeys.relation(id, 3, related, 1))).isEqualTo(expected);
    }

    @Test
    void articlesAreSpread() {
        assertThat(IntStream.range(0, 400)
                        .mapToObj(i -> partition(RecordKeys.article(ArticleId.of("news/" + i), 1)))
                        .distinct())
                .hasSize(16);
    }

    private static Optional<Set<Integer>> partition(String key) {
        return ArticlePartitioner.INSTANCE.partitions("topic", RecordKeys.bytes(key), new byte[0], 16);
    }
}
