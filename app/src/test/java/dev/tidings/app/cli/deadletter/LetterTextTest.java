package dev.tidings.app.cli.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTextTest {

    private static final DeadLetter OF_A_FILE = DeadLetter.newBuilder()
            .setId("3f0c61aa")
            .setStage("publish")
            .setUri("news/a.txt")
            .setReason("too_large")
            .setLength(5_000_000)
            .setValue(ByteBuffer.wrap("a megabyte".getBytes(UTF_8)))
            .setHeaders(Map.of("lang", ByteBuffer.wrap("ckb".getBytes(UTF_8))))
            .build();

    @Test
    void aListShowsEveryFieldButThoseThatHoldBytes() {
        Map<String, ?> fields = LetterText.fieldsWithoutBytes(OF_A_FILE);

        assertThat(fields).doesNotContainKeys("key", "value", "headers");
        assertThat(fields.keySet()).contains("id", "stage", "uri", "reason", "length", "sha256", "errorMessage");
        assertThat(fields).hasSize(OF_A_FILE.getSchema().getFields().size() - 3);
        assertThat(String.valueOf(fields)).doesNotContain("megabyte");
    }

    @Test
    void aFileThatNeverBecameARecordNamesNoRecord() {
        assertThat(LetterText.recordOf(OF_A_FILE)).isEmpty();
        assertThat(LetterText.inputOf(OF_A_FILE)).isEqualTo("news/a.txt");
    }

    @Test
    void aRecordWithoutAUriIsNamedByWhereItStands() {
        DeadLetter ofARecord = DeadLetter.newBuilder()
                .setId("1")
                .setStage("read")
                .setSourceTopic("tidings.raw")
                .setSourcePartition(2)
                .setSourceOffset(7)
                .build();

        assertThat(LetterText.inputOf(ofARecord)).isEqualTo("tidings.raw-2@7");
    }
}
