package dev.tidings.streams.replay.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class OutputDigestTest {

    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {2, 3};

    @Test
    void doesNotDependOnTheOrderOfRecords() {
        OutputDigest one = new OutputDigest();
        one.addRecord(one.digestOf("a"));
        one.addRecord(one.digestOf("b"));
        OutputDigest other = new OutputDigest();
        other.addRecord(other.digestOf("b"));
        other.addRecord(other.digestOf("a"));

        assertThat(one.hash()).isEqualTo(other.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void countsARecordThatIsThereTwice() {
        OutputDigest one = new OutputDigest();
        one.addRecord(one.digestOf("a"));
        OutputDigest two = new OutputDigest();
        two.addRecord(two.digestOf("a"));
        two.addRecord(two.digestOf("a"));

        assertThat(one.hash()).isNotEqualTo(two.hash());
    }

    @Test
    void dependsOnEveryPartOfARecord() {
        String record = hash("enriched", KEY, VALUE, headers("lang", "ckb"));

        assertThat(hash("enriched", KEY, VALUE, headers("lang", "ckb"))).isEqualTo(record);
        assertThat(hash("relations", KEY, VALUE, headers("lang", "ckb"))).isNotEqualTo(record);
        assertThat(hash("enriched", VALUE, VALUE, headers("lang", "ckb"))).isNotEqualTo(record);
        assertThat(hash("enriched", KEY, null, headers("lang", "ckb"))).isNotEqualTo(record);
        assertThat(hash("enriched", KEY, VALUE, headers("lang", "ku"))).isNotEqualTo(record);
        assertThat(hash("enriched", KEY, VALUE, new RecordHeaders())).isNotEqualTo(record);
    }

    @Test
    void doesNotTakePartsThatReadAlikeTogetherForTheSame() {
        assertThat(hash("t", "ab".getBytes(UTF_8), "c".getBytes(UTF_8), new RecordHeaders()))
                .isNotEqualTo(hash("t", "a".getBytes(UTF_8), "bc".getBytes(UTF_8), new RecordHeaders()));
        assertThat(hash("t", null, VALUE, new RecordHeaders()))
                .isNotEqualTo(hash("t", new byte[0], VALUE, new RecordHeaders()));
    }

    private static String hash(String topic, byte[] key, byte[] value, Headers headers) {
        OutputDigest digest = new OutputDigest();
        digest.addRecord(digest.digestOf(topic, key, value, headers));
        return digest.hash();
    }

    private static Headers headers(String key, String value) {
        return new RecordHeaders().add(key, value.getBytes(UTF_8));
    }
}
