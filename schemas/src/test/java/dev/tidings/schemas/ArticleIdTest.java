package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArticleIdTest {

    @Test
    void followsTheExampleOfRfc9562() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(ArticleId.nameBased(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void isTheSameForTheSameUriForEver() {
        assertThat(ArticleId.of("seeds/000_7862ad32163287db.txt")).isEqualTo("0effdfa6-7a18-5055-b24f-f6c74c9d2422");
    }

    @Test
    void tellsUrisApartByAnyCharacter() {
        assertThat(ArticleId.of("هەواڵ/یەک.txt"))
                .isNotEqualTo(ArticleId.of("هەواڵ/یەك.txt"))
                .hasSize(36)
                .matches("[0-9a-f-]{14}5[0-9a-f-]{21}");
    }
}
