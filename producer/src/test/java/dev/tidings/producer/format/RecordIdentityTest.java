package dev.tidings.producer.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordIdentityTest {

    private static final String SHA256 = "0123";

    @Test
    void theSourcesOwnIdComesBeforeTheAddressAndTheAddressBeforeTheHash() {
        assertThat(identity("guid", "https://a.example/1")).isEqualTo("guid");
        assertThat(identity(null, "https://a.example/1")).isEqualTo("https://a.example/1");
        assertThat(identity("  ", null)).isEqualTo(SHA256);
    }

    @Test
    void whatWouldBreakAUriIsEscapedAndLettersOfAnyScriptAreNot() {
        assertThat(identity("a b#c%d\ne\u00a0", null)).isEqualTo("a%20b%23c%25d%0Ae%C2%A0");
        assertThat(identity("هەواڵ/1?x=1&y", null)).isEqualTo("هەواڵ/1?x=1&y");
        assertThat(identity("half \ud800", null)).isEqualTo("half%20%3F");
    }

    @Test
    void spellingsThatAreOneInUnicodeAreOneIdentity() {
        assertThat(identity("s\u0327", null)).isEqualTo(identity("\u015f", null));
    }

    @Test
    void aLongIdIsCutAndStaysItself() {
        String first = identity("x".repeat(5_000) + "1", null);
        String second = identity("x".repeat(5_000) + "2", null);

        assertThat(first).isNotEqualTo(second).hasSizeLessThan(1_200);
    }

    private static String identity(String id, String url) {
        return RecordIdentity.of(
                new RejectedRecord(
                        0,
                        Optional.ofNullable(id),
                        Optional.ofNullable(url),
                        ByteBuffer.allocate(0),
                        0,
                        RejectedRecord.MALFORMED,
                        ""),
                SHA256);
    }
}
