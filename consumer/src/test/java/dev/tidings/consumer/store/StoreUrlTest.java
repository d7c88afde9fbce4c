package dev.tidings.consumer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {

    @Test
    void hasASchemeAndAWholeRest() {
        StoreUrl url = StoreUrl.parse("postgresql://host:5432/news?user=me");

        assertThat(url.scheme()).isEqualTo("postgresql");
        assertThat(url.location()).isEqualTo("//host:5432/news?user=me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:news.db", "sqlite:/srv/a b/news.db", "sqlite:C:\\news.db", "sqlite:هەواڵ.db"})
    void isWrittenAsItWasRead(String text) {
        assertThat(StoreUrl.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/news.db", "news.db", "./a:b", "sqlite:", "sqlite: ", ":news.db", "C:\\news.db"})
    void aPathIsNoUrl(String text) {
        assertThatThrownBy(() -> StoreUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
