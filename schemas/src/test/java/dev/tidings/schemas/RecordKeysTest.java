package dev.tidings.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordKeysTest {

    @Test
    void aKeyNamesOneVersionOfAnArticle() {
        assertThat(RecordKeys.article("id", 2)).isEqualTo("id#2");
        assertThat(RecordKeys.relation("id", 2, "other", 1)).isEqualTo("id#2>other#1");
    }

    @Test
    void theVersionAndTheArticleAreFoundInEveryKey() {
        assertThat(RecordKeys.articleVersion(bytes("id#2"))).isEqualTo("id#2");
        assertThat(RecordKeys.articleVersion(bytes("id#2>other#1"))).isEqualTo("id#2");
        assertThat(RecordKeys.articleId(bytes("id#2"))).isEqualTo("id");
        assertThat(RecordKeys.articleId(bytes("id#2>other#1"))).isEqualTo("id");
    }

    @Test
    void aForeignKeyIsWholeAndNoKeyIsEmpty() {
        assertThat(RecordKeys.articleId(bytes("foreign"))).isEqualTo("foreign");
        assertThat(RecordKeys.articleId(null)).isEmpty();
    }

    private static byte[] bytes(String key) {
        return key.getBytes(UTF_8);
    }
}
