package dev.tidings.streams.analyse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MailEnvelopeTest {

    private static final AnalysisStages STAGES = AnalysisStages.standard().upTo("extract");
    private static final String KURDISH =
            "\u0633\u06d5\u0631\u06c6\u06a9\u06cc \u0631\u0648\u0633\u06cc\u0627 \u062f\u06d5\u06af\u0627\u062a\u06d5 \u0626\u06d5\u0646\u0642\u06d5\u0631\u06d5.";
    private static final String WORDS = "Ministers met in Ankara on Monday and agreed on nothing, officials said.";

    private static AnalysisState read(String mail) {
        return STAGES.run(
                new AnalysisState(
                        new ArticleInput(
                                Payload.of(mail.getBytes(ISO_8859_1)), "message/rfc822", SuppliedMetadata.NOTHING),
                        1,
                        0),
                BoilerplateIndex.inMemory());
    }

    private static String mail(String type, String body) {
        return "From: A. Writer <a@example.org>\r\nSubject: Ministers meet\r\nDate: Mon, 6 Sep 2021 16:45:00 +0200\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body;
    }

    private static String part(String type, String content) {
        return "--b\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void titleDateAndAuthorAreThoseOfTheHeader() {
        AnalysisState article = read(mail("text/plain", WORDS));

        assertThat(article.title()).contains("Ministers meet");
        assertThat(article.body()).isEqualTo(WORDS);
        assertThat(article.extraction().documentMetadata().byline()).contains("A. Writer");
        assertThat(article.extraction()
                        .documentMetadata()
                        .published()
                        .orElseThrow()
                        .iso())
                .isEqualTo("2021-09-06T16:45:00+02:00");
    }

    @Test
    void transferEncodingsAreUndone() {
        String base64 = Base64.getMimeEncoder().encodeToString(KURDISH.getBytes(UTF_8));
        String quoted = new String(KURDISH.getBytes(UTF_8), ISO_8859_1)
                .chars()
                .mapToObj(c -> "=%02X".formatted(c))
                .reduce("", (all, one) -> all + one + (all.length() % 66 == 0 ? "=\r\n" : ""));

        assertThat(read(mail("text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64", base64))
                        .body())
                .isEqualTo(KURDISH);
        assertThat(read(mail("text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", quoted))
                        .body())
                .isEqualTo(KURDISH);
    }

    @Test
    void theCharsetIsThatOfThePart() {
        String arabic =
                "\u0627\u062c\u062a\u0645\u0639 \u0627\u0644\u0648\u0632\u0631\u0627\u0621 \u064a\u0648\u0645 \u0627\u0644\u0625\u062b\u0646\u064a\u0646.";
        String bytes = new String(arabic.getBytes(Charset.forName("windows-1256")), ISO_8859_1);
        AnalysisState article =
                read(mail("multipart/mixed; boundary=b", part("text/plain; charset=windows-1256", bytes) + "--b--"));

        assertThat(article.body()).isEqualTo(arabic);
        assertThat(article.text().charset()).isEqualTo("windows-1256");
        assertThat(article.flags()).isEmpty();
    }

    @Test
    void ofAlternativesTheFullestCounts() {
        String html = "<html><head><style>" + "p { color: red } ".repeat(100) + "</style></head><body><p>" + WORDS
                + "</p><p>" + "x".repeat(60) + WORDS + "</p></body></html>";
        String open = "Open in browser: https://example.org/" + "x".repeat(3_000);

        assertThat(read(mail(
                                "multipart/alternative; boundary=b",
                                part("text/plain", open) + part("text/html", html) + "--b--"))
                        .body())
                .contains(WORDS)
                .doesNotContain("browser");
        assertThat(read(mail(
                                "multipart/alternative; boundary=b",
                                part("text/plain", WORDS) + part("text/html", "<html><img src=x></html>") + "--b--"))
                        .body())
                .isEqualTo(WORDS);
    }

    @Test
    void whatIsSentAlongIsReadOnlyWhereNothingElseIs() {
        String attached = part("text/plain\r\nContent-Disposition: attachment; filename=a.txt", "y".repeat(2_000));

        assertThat(read(mail("multipart/mixed; boundary=b", part("text/plain", WORDS) + attached + "--b--"))
                        .body())
                .isEqualTo(WORDS);
        assertThat(read(mail("multipart/mixed; boundary=b", attached + "--b--")).body())
                .startsWith("yyy");
    }

    @Test
    void aParagraphThatFlowsIsOneLine() {
        assertThat(read(mail("text/plain; format=flowed", "Ministers met \r\nin Ankara.\r\n\r\n-- \r\nThe desk\r\n"))
                        .text()
                        .text())
                .isEqualTo("Ministers met in Ankara.\n\n-- \nThe desk\n");
    }

    @Test
    void aMailThatIsCutSaysSo() {
        assertThat(read(mail("multipart/mixed; boundary=b", part("text/plain", WORDS)))
                        .flags())
                .containsExactly("truncated");
    }

    @Test
    void aMailWithoutTextIsRefused() {
        assertThatExceptionOfType(RejectedInputException.class)
                .isThrownBy(() -> read(mail("image/png", "x")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("empty"));
    }
}
