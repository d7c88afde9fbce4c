package dev.tidings.producer.publish.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionalIdTest {

    private static final Topics TOPICS = Topics.of(Topics.DEFAULT_PREFIX);

    @Test
    void aPlainNameStaysReadable() {
        assertThat(TransactionalId.of(TOPICS, "seeds")).isEqualTo("tidings-publish-seeds");
        assertThat(TransactionalId.of(TOPICS, "A-z_0.9")).isEqualTo("tidings-publish-A-z_0.9");
    }

    @Test
    void installationsKeepApart() {
        assertThat(TransactionalId.of(Topics.of("news.b"), "seeds")).isEqualTo("news.b-publish-seeds");
    }

    @Test
    void everyOtherByteIsEscaped() {
        assertThat(TransactionalId.of(TOPICS, "ڕۆژ 1")).isEqualTo("tidings-publish-%da%95%db%86%da%98%201");
    }

    @Test
    void differentRootsHaveDifferentIds() {
        assertThat(List.of("a b", "a%20b", "a_b", "a-b", "A b", "a  b", "a\u00a0b").stream()
                        .map(root -> TransactionalId.of(TOPICS, root)))
                .doesNotHaveDuplicates();
    }
}
