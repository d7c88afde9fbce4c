package dev.tidings.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionalIdTest {

    @Test
    void aPlainNameStaysReadable() {
        assertThat(TransactionalId.of("seeds")).isEqualTo("tidings-publish-seeds");
        assertThat(TransactionalId.of("A-z_0.9")).isEqualTo("tidings-publish-A-z_0.9");
    }

    @Test
    void everyOtherByteIsEscaped() {
        assertThat(TransactionalId.of("ڕۆژ 1")).isEqualTo("tidings-publish-%da%95%db%86%da%98%201");
    }

    @Test
    void differentRootsHaveDifferentIds() {
        assertThat(List.of("a b", "a%20b", "a_b", "a-b", "A b", "a  b", "a\u00a0b").stream()
                        .map(TransactionalId::of))
                .doesNotHaveDuplicates();
    }
}
