package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.prepare.FormatTrial.Ended;
import dev.tidings.schemas.RawArticle;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailFormatTest {

    private static final String MAIL = """
            Return-Path: <desk@example.org>
            From: "Writer, A." <a@example.org>, b@example.org (B. Writer)
            Date: Mon, 6 Sep 2021 16:45:00 +0200 (CEST)
            Subject: Ministers
             meet
            Message-ID: <1@example.org>
            Content-Language: en-GB, ku
            Archived-At: <https://example.org/1>

            They met on Monday.
            """.replace("\n", "\r\n");

    @TempDir
    private Path folder;

    private FormatTrial trial;

    @BeforeEach
    void openTrial() {
        trial = new FormatTrial(folder);
    }

    @AfterEach
    void closeTrial() {
        trial.close();
    }

    private Ended publish(String name, String mail) {
        List<Ended> ended = trial.publish(name, mail.getBytes(ISO_8859_1));
        assertThat(ended).hasSize(1);
        return ended.get(0);
    }

    private RawArticle published(String mail) {
        return publish("a.eml", mail).raw().orElseThrow();
    }

    @Test
    void aMailIsCarriedAsItStoodWithWhatItsHeaderStates() {
        Ended ended = publish("without-a-suffix", MAIL);
        RawArticle raw = ended.raw().orElseThrow();

        assertThat(ended.uri()).isEqualTo("news/without-a-suffix#1@example.org");
        assertThat(raw.getMediaType()).isEqualTo("message/rfc822");
        assertThat(UTF_8.decode(raw.getPayload().duplicate()).toString()).isEqualTo(MAIL);
        assertThat(raw.getTitle()).contains("Ministers meet");
        assertThat(raw.getAuthors()).containsExactly("Writer, A.", "B. Writer");
        assertThat(raw.getPublishedRaw()).contains("Mon, 6 Sep 2021 16:45:00 +0200 (CEST)");
        assertThat(raw.getLanguage()).contains("en-GB");
        assertThat(raw.getUrl()).contains("https://example.org/1");
        assertThat(raw.getDeclaredCharset()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?UTF-8?B?2YfbldmI2KfWqQ==?= | \u0647\u06d5\u0648\u0627\u05a9",
                "=?utf-8?q?Caf=C3=A9_au_lait?= | Caf\u00e9 au lait",
                "=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?= | Caf\u00e9",
                "=?windows-1256?Q?=C7=E1?= | \u0627\u0644",
                "=?iso-8859-1?Q?It=92s?= news | It\u2019s news",
                "News =?utf-8?Q?a?= and =?utf-8?Q?b?= | News a and b",
                "=?no-such?Q?abc?= | abc",
                "=?utf-8?B?broken | =?utf-8?B?broken",
                "1 =? 2 | 1 =? 2"
            })
    void wordsOfAHeaderAreDecoded(String written, String title) {
        assertThat(published(MAIL.replace("Ministers\r\n meet", written)).getTitle())
                .contains(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@example.org | ''",
                "A. Writer <a@example.org> | A. Writer",
                "A. Writer a@example.org | A. Writer",
                "\"a@example.org\" <a@example.org> | ''",
                "Desk: A. Writer <a@example.org>, b@example.org (B. Writer (night)); | A. Writer/B. Writer night",
                "=?utf-8?Q?Writer=2C_A.?= <a@example.org> | Writer, A.",
                "\"A \\\"Pen\\\" Writer\" <a@example.org> | A \"Pen\" Writer",
                "<a@example.org | ''",
                "\"A. Writer <a@example.org> | A. Writer"
            })
    void whoWroteAMailIsCalledByNameAndNeverByAddress(String from, String names) {
        RawArticle raw = published(MAIL.replace("\"Writer, A.\" <a@example.org>, b@example.org (B. Writer)", from));

        assertThat(String.join("/", raw.getAuthors())).isEqualTo(names);
    }

    @Test
    void aHeaderThatIsNotEncodedIsInTheCharsetOfTheMail() {
        String arabic = new String(
                "\u0627\u0644\u0633\u0644\u0627\u0645".getBytes(Charset.forName("windows-1256")), ISO_8859_1);
        String mail = MAIL.replace("Ministers\r\n meet", arabic)
                .replace("Content-Language", "Content-Type: text/plain; charset=windows-1256\r\nContent-Language");

        assertThat(published(mail).getTitle()).contains("\u0627\u0644\u0633\u0644\u0627\u0645");
    }

    @Test
    void whatTheMailboxAddsIsUndone() {
        String body = MAIL.replace(
                "They met",
                ">From Ankara they said >From nowhere.\r\n>>From here.\r\n > From there.\r\nFrom now on they met");
        String separator = "From a@example.org Mon Sep  6 16:45:00 2021 +0200\r\n";
        List<Ended> ended = trial.publish(
                "inbox", (separator + body + "\r\n" + separator + MAIL.replace("1@", "2@") + "\r\n").getBytes(UTF_8));

        assertThat(ended).hasSize(2).allMatch(Ended::published);
        assertThat(FormatLaws.payload(ended.get(0)))
                .isEqualTo(body.replace("\n>From", "\nFrom")
                        .replace(">>From", ">From")
                        .replace("\n>From A", "\nFrom A"));
        assertThat(FormatLaws.payload(ended.get(1))).isEqualTo(MAIL.replace("1@", "2@"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: multipart/report; boundary=x | report",
                "Auto-Submitted: auto-replied | machine",
                "X-Mozilla-Status: 0009 | deleted",
                "Content-Type: image/png | no text",
                "Content-Type: application/pkcs7-mime | no text"
            })
    void mailsThatAreNoArticleArePassedOverAndTold(String field, String why) {
        Ended ended = publish("a.eml", MAIL.replace("Content-Language", field + "\r\nContent-Language"));

        assertThat(ended.outcome()).isEqualTo(InputOutcome.SKIPPED);
        assertThat(ended.reason()).isEqualTo("not_an_article");
        assertThat(ended.detail()).contains(why);
    }

    @Test
    void whatIsNoMailUnderTheNameOfOneIsRefused() {
        Ended ended = publish("a.eml", "Ministers met on Monday.\n");

        assertThat(ended.outcome()).isEqualTo(InputOutcome.DEAD_LETTERED);
        assertThat(ended.reason()).isEqualTo("not_a_mail");
    }

    @Test
    void aTextThatBeginsWithWhoWroteItWhenIsNoMail() {
        RawArticle raw = publish("a.txt", "From: A. Writer\nDate: 6 September\nSubject: Ministers\n\nThey met.")
                .raw()
                .orElseThrow();

        assertThat(raw.getMediaType()).isEqualTo("text/plain");
    }

    @Test
    void partsThatAreNestedWithoutEndAreRefused() {
        StringBuilder mail = new StringBuilder("From: a\nSubject: b\nMIME-Version: 1.0\n");
        for (int i = 0; i < 200; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(publish("a.eml", mail + "\n\nText").reason()).isEqualTo("too_deep");
    }

    @Test
    void aMailOverTheLimitIsADeadLetterUnderItsOwnName() {
        Ended ended = publish("a.eml", MAIL + "x".repeat(5_000_000));

        assertThat(ended.uri()).isEqualTo("news/a.eml#1@example.org");
        assertThat(ended.reason()).isEqualTo("too_large");
    }
}
