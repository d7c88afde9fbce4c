package dev.tidings.app.cli.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.dryrun.DryRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no input may do: every row is an input that has broken some program, with the one right outcome. Each goes the
 * whole way of production, format, identity and all stages, between two good neighbours that must not notice.
 */
class BadInputsTest {

    private static final long MAX_ARTICLE_BYTES = 4L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String PROSE = "Ministers met in Ankara on Monday and agreed on nothing, officials said. "
            + "They will meet again in the spring, when the weather is better and the roads are open.";
    private static final String KURDISH = "بەپێی راگەیێندراوی کۆشکی کرملین، رۆژی چوارشەممە سەرۆکی روسیا لەگەڵ هاوتا "
            + "تورکەکەی کۆدەبێتەوە و باس لە دۆخی ناوچەکە دەکەن.";
    private static final String ONE = "{\"id\":\"1\",\"title\":\"One\",\"text\":\"" + PROSE + "\"}";
    private static final String ITEM =
            "<item><guid>1</guid><title>One</title><description>" + PROSE + "</description></item>";

    /** One JVM, one model: rows do not depend on one another. */
    private static final DryRun PIPELINE = DryRun.withoutStories();

    @TempDir
    private Path folder;

    /**
     * A row.
     *
     * @param outcomes in their order: ACCEPT, FLAG and a flag, or the reason code of what was refused or passed over
     */
    record Row(String id, String name, ByteBuffer content, List<String> outcomes) {

        @Override
        public String toString() {
            return id + " " + name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                        textRows(),
                        htmlRows(),
                        jsonRows(),
                        xmlRows(),
                        archiveRows(),
                        mailRows(),
                        markdownRows(),
                        pressRows())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> textRows() {
        byte[] cut = ("Title\n\n" + KURDISH.repeat(3)).getBytes(UTF_8);
        return Stream.of(
                bytes("F01", "x.txt", new byte[0], "empty"),
                row("T01", "x.txt", "\ufeff" + PROSE, "ACCEPT"),
                bytes("T02", "x.txt", KURDISH.getBytes(UTF_16LE), "FLAG charset_guessed"),
                bytes("T02", "x.txt", ("\ufeff" + KURDISH).getBytes(UTF_16BE), "ACCEPT"),
                bytes(
                        "T03",
                        "x.txt",
                        "\u0627\u0644\u0627\u062c\u062a\u0645\u0627\u0639 \u0641\u064a \u0627\u0644\u0642\u0627\u0647\u0631\u0629 \u0627\u0644\u064a\u0648\u0645 \u0645\u0646 \u0623\u062c\u0644 \u0627\u0644\u0633\u0644\u0627\u0645 "
                                .repeat(8)
                                .getBytes(Charset.forName("windows-1256")),
                        "FLAG charset_guessed"),
                bytes("T04", "x.txt", Arrays.copyOf(cut, cut.length - 2), "FLAG lossy_decode"),
                row("T05", "x.txt", "Title\n\n" + PROSE + "\u0000", "FLAG control_chars_removed"),
                row("T07", "x.json", "{\"title\":\"T\",\"text\":\"" + PROSE + " \\ud83d\"}", "FLAG lone_surrogate"),
                row("T09", "x.txt", "a" + "\u0301".repeat(1_000) + " " + PROSE, "ACCEPT"),
                row("T11", "x.txt", "a".repeat(1_000_000), "FLAG low_content"),
                row("T11", "x.txt", "a ".repeat(500_000), "FLAG low_content"),
                row(
                        "T16",
                        "x.txt",
                        "Title\n\n{{7*7}} ${jndi:ldap://x} <script>alert(1)</script> '; DROP TABLE " + PROSE,
                        "ACCEPT"),
                row("T18", "x.html", "English words and not a tag among them. " + PROSE, "ACCEPT"),
                row("T18", "x.txt", "%PDF-1.7\n" + PROSE, "binary"),
                bytes("T18", "x.txt", "\u0089PNG\r\n\u001a\n0000".getBytes(ISO_8859_1), "binary"),
                bytes("T18", "x.txt", "\u007fELF0000".getBytes(ISO_8859_1), "binary"));
    }

    private static Stream<Row> htmlRows() {
        return Stream.of(
                row("H01", "x.html", "<div>".repeat(200_000) + "<p>" + PROSE, "ACCEPT"),
                row("H02", "x.html", "<b><p>".repeat(20_000) + PROSE, "ACCEPT"),
                row("H03", "x.html", "<p " + "a".repeat(3).concat("=1 ").repeat(10) + ">" + PROSE + "</p>", "ACCEPT"),
                row("H04", "x.html", "<html><body><p>" + PROSE + "</p><!-- and nothing more", "FLAG malformed"),
                row(
                        "H05",
                        "x.html",
                        "<html><head><meta charset='no-such-9'></head><body><p>" + PROSE + "</p></body></html>",
                        "FLAG charset_conflict"),
                row("H08", "x.html", "<html><body><div id=root></div></body></html>", "FLAG no_article"),
                row(
                        "H10",
                        "x.html",
                        "<html><head><base href='http://169.254.169.254/'></head><body><p>" + PROSE
                                + "</p><img src=x></body></html>",
                        "ACCEPT"),
                row(
                        "H12",
                        "x.html",
                        "<html><head><meta property='article:published_time' content='2026-09-31'></head><body><p>"
                                + PROSE + "</p></body></html>",
                        "FLAG date_invalid"));
    }

    private static Stream<Row> jsonRows() {
        return Stream.of(
                row("J01", "x.json", "[".repeat(100_000), "too_deep"),
                row("J02", "x.json", "{\"text\":\"" + "x".repeat(5_000_000) + "\"}", "too_large"),
                row("J02", "x.json", "{\"text\":\"T\",\"n\":" + "1".repeat(2_000) + "}", "limit"),
                row("J03", "x.json", "{\"title\":\"T\",\"text\":1e1000000000}", "bad_field"),
                row("J04", "x.json", "{\"id\":1,\"id\":2,\"title\":\"T\",\"text\":\"x\"}", "duplicate_key"),
                row("J05", "x.jsonl", ONE + " xx", "trailing_data"),
                row("J06", "x.json", "{\"title\":\"T\",\"text\":NaN}", "syntax"),
                row("J06", "x.json", "{'title':'T','text':'x'}", "syntax"),
                row("J06", "x.json", "{/*c*/\"title\":\"T\"}", "syntax"),
                row("J06", "x.json", "{\"title\":\"T\",}", "syntax"),
                bytes(
                        "J07",
                        "x.json",
                        "{\"title\":\"T\",\"text\":\"\u00ff\u00c0\u0080\"}".getBytes(ISO_8859_1),
                        "undecodable"),
                row("J08", "x.json", "", "empty"),
                row("J08", "x.json", "null", "not_an_article"),
                row("J08", "x.json", "42", "not_an_article"),
                row("J08", "x.json", "[]"),
                row(
                        "J09",
                        "x.jsonl",
                        ONE + "\n{broken\n"
                                + ONE.replace("\"1\"", "\"2\"")
                                        .replace("spring", "autumn of 1999 or the year after that"),
                        "ACCEPT",
                        "syntax",
                        "ACCEPT"),
                row("J10", "x.jsonl", ONE + "\n{\"title\":\"T\",\"text\":\"cut", "ACCEPT", "truncated"),
                row("J11", "x.jsonl", "\ufeff\r\n" + ONE + "\r\n\r\n", "ACCEPT"),
                row("J12", "x.json", "{\"title\":[\"One\",\"Two\"],\"text\":\"" + PROSE + "\"}", "ACCEPT"),
                row("J12", "x.json", "{\"title\":{\"a\":{}},\"text\":\"" + PROSE + "\"}", "FLAG bad_field"),
                row("J12", "x.json", "{\"title\":\"T\",\"date\":{\"a\":[]},\"text\":\"" + PROSE + "\"}", "ACCEPT"),
                row("J12", "x.json", "{\"title\":\"T\",\"body\":17}", "bad_field"),
                row(
                        "J13",
                        "x.json",
                        "{\"title\":\"T\",\"text\":\"a\\u0000b " + PROSE + "\"}",
                        "FLAG control_chars_removed"),
                row(
                        "J14",
                        "x.json",
                        "{\"@type\":\"java.net.URL\",\"@class\":\"java.net.URL\",\"headline\":\"T\",\"text\":\"" + PROSE
                                + "\"}",
                        "ACCEPT"));
    }

    private static Stream<Row> xmlRows() {
        String attributes = Stream.iterate(0, i -> i + 1)
                .limit(20_000)
                .map(i -> "a" + i + "='1'")
                .reduce(new StringBuilder(), (all, one) -> all.append(' ').append(one), (a, b) -> a)
                .toString();
        return Stream.of(
                row(
                        "X01",
                        "x.xml",
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss><channel>"
                                + ITEM.replace("One", "&x;") + "</channel></rss>",
                        "doctype"),
                row(
                        "X02",
                        "x.xml",
                        "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><rss><channel>" + ITEM
                                + "</channel></rss>",
                        "doctype"),
                row(
                        "X04",
                        "x.xml",
                        "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/x.dtd'><rss><channel>" + ITEM + "</channel></rss>",
                        "ACCEPT"),
                row("X05", "x.xml", "<rss><channel>" + "<a>".repeat(200_000), "too_deep"),
                row(
                        "X06",
                        "x.xml",
                        "<rss><channel>" + ITEM.replace("One", "<a>".repeat(100_000)) + "</channel></rss>",
                        "too_deep"),
                row("X07", "x.xml", "<rss><channel><item" + attributes + "></item></channel></rss>", "limit"),
                row("X08", "x.rss", "<html><body><h1>502 Bad Gateway</h1></body></html>", "not_a_feed"),
                row(
                        "X09",
                        "x.xml",
                        "<rss><channel>" + ITEM.replace("One", "A \b & &nbsp; B") + "</channel></rss>",
                        "FLAG control_chars_removed"),
                row(
                        "X10",
                        "x.xml",
                        "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel>"
                                + ITEM.replace("One", "Caf\u00e9 \u06a9") + "</channel></rss>",
                        "FLAG charset_conflict"),
                row(
                        "X11",
                        "x.xml",
                        "<rss><channel><item><description>" + PROSE + "</description></item></channel></rss>",
                        "ACCEPT"),
                row("X12", "x.xml", "<rss><channel>" + ITEM + ITEM.substring(0, 60), "ACCEPT", "truncated"),
                row(
                        "X13",
                        "x.xml",
                        "<rss><channel>" + ITEM.replace(PROSE, "&amp;lt;p&amp;gt;" + PROSE + "&amp;lt;/p&amp;gt;")
                                + "</channel></rss>",
                        "ACCEPT"),
                row(
                        "X14",
                        "x.xml",
                        "<?xml-stylesheet href='http://127.0.0.1:1/x.xsl'?><rss><channel>" + ITEM + "</channel></rss>",
                        "ACCEPT"));
    }

    private static Stream<Row> archiveRows() {
        byte[] line = (ONE + "\n").getBytes(UTF_8);
        byte[] once = gzip(line);
        return Stream.of(
                bytes("A01", "x.jsonl.gz", gzip(new byte[200 * 1024 * 1024]), "ratio"),
                bytes("A02", "x.jsonl.gz.gz.gz", gzip(gzip(once)), "nested"),
                bytes("A03", "x.jsonl.gz", Arrays.copyOf(once, once.length - 4), "ACCEPT", "truncated"),
                bytes(
                        "A04",
                        "x.jsonl.gz",
                        joined(
                                once,
                                gzip(ONE.replace("\"1\"", "\"2\"")
                                        .replace("spring", "autumn of 1999 or the year after that")
                                        .getBytes(UTF_8))),
                        "ACCEPT",
                        "ACCEPT"),
                bytes("A05", "x.jsonl.gz", joined(once, "garbage".getBytes(UTF_8)), "ACCEPT"),
                bytes("A06", "x.zip", zip("../../x.json", line), "outside_root"),
                bytes("A06", "x.zip", zip("/etc/x.json", line), "outside_root"),
                bytes("A06", "x.zip", zip("news/.x.json", line), "temporary"),
                bytes("A07", "x.zip", emptyEntries(), "limit"),
                row("A10", "x.warc", "this is no crawl", "not_warc"),
                row("A11", "x.warc", warc("response", "-5", ""), "bad_length"),
                row("A12", "x.warc", warc("request", "3", "GET"), "not_article_record"),
                row("A12", "x.warc", warc("response", "25", "HTTP/1.1 404 No\r\nA: b\r\n\r\n"), "not_article_record"));
    }

    private static Stream<Row> mailRows() {
        String header = "From: Desk <desk@example.org>\nMessage-ID: <1@example.org>\nSubject: One\nMIME-Version: 1.0\n";
        String mixed = header + "Content-Type: multipart/mixed; boundary=b\n\n";
        return Stream.of(
                row("M01", "x.eml", header + nested(5_000), "too_deep"),
                row("M02", "x.eml", header + "X: y\n".repeat(100_000) + "\n" + PROSE, "limit"),
                row("M03", "x.eml", header + "X: " + "y".repeat(1_000_000) + "\n\n" + PROSE, "ACCEPT"),
                row("M04", "x.eml", mixed + "--b\nContent-Type: image/png\n\nx\n--b--\n", "not_an_article"),
                row("M05", "x.eml", mixed + "--b\n\n" + PROSE, "FLAG truncated"),
                row("M06", "x.eml", mixed + "--b\n\n" + PROSE + "\n" + "--b\n\n".repeat(20_000), "limit"),
                row(
                        "M07",
                        "x.eml",
                        header + "Content-Type: text/plain; charset=iso-8859-1\n\n" + KURDISH,
                        "FLAG charset_conflict"),
                row(
                        "M08",
                        "x.eml",
                        header + "Content-Type: text/plain; charset=no-such-9\n\n" + PROSE,
                        "FLAG charset_conflict"),
                row("M09", "x.eml", header + "Content-Transfer-Encoding: base64\n\n%%%", "not_an_article"),
                row("M10", "x.eml", "Dear reader, this is no mail. " + PROSE, "not_a_mail"),
                row("M11", "x.eml", header.replace("One", "<script>alert(1)</script>One") + "\n" + PROSE, "ACCEPT"),
                row("M12", "x.mbox", "From a@b Mon Sep  6 16:45:00 2021\n", "not_a_mail"));
    }

    private static Stream<Row> markdownRows() {
        String aliases = "a: &a [x,x]\nc: [" + "*a,".repeat(60) + "*a]\n";
        return Stream.of(
                row("D01", "x.md", "---\n" + aliases + "---\n# One\n\n" + PROSE, "FLAG bad_field"),
                row("D02", "x.md", "---\ntitle: " + "[".repeat(10_000) + "\n---\n# One\n\n" + PROSE, "FLAG bad_field"),
                row("D03", "x.md", "---js\n{ title: process.exit(1) }\n---\n# One\n\n" + PROSE, "FLAG bad_field"),
                row("D04", "x.md", "---\ntitle: !!java.net.URL [x]\n---\n# One\n\n" + PROSE, "FLAG bad_field"),
                row("D05", "x.md", "> ".repeat(20_000) + PROSE, "ACCEPT"),
                row("D06", "x.md", "Words " + "[".repeat(50_000) + PROSE, "ACCEPT"),
                row("D07", "x.md", "*a **a ".repeat(20_000) + PROSE, "ACCEPT"),
                row("D08", "x.md", "# <script>alert(1)</script>One\n\n<script>alert(1)</script>\n\n" + PROSE, "ACCEPT"),
                row("D09", "x.md", "---\ntitle: never closed\n\n" + PROSE, "ACCEPT"));
    }

    private static Stream<Row> pressRows() {
        String nexis = "Ministers meet\nThe Daily Example\nSeptember 6, 2021\nLength: 12 words\nBody\n\n" + PROSE;
        String lexis = "\n\nMinisters meet\n\nLENGTH: 12 words\n\n" + PROSE;
        return Stream.of(
                row("P01", "x.txt", nexis + "\nEnd of Document\n" + nexis, "ACCEPT", "truncated"),
                row("P02", "x.txt", nexis, "ACCEPT"),
                row(
                        "P03",
                        "x.txt",
                        "1 of 2 DOCUMENTS" + lexis + "\n2 of 2 DOCUMENTS\nNothing\n",
                        "ACCEPT",
                        "not_an_article"),
                row("P04", "x.txt", "1 of 1 DOCUMENTS" + lexis + "x".repeat(5_000_000), "too_large"));
    }

    private static String nested(int depth) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            parts.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }
        return parts.toString();
    }

    @BeforeAll
    static void loadEverything() {
        PIPELINE.runStages(RawArticle.newBuilder()
                .setArticleId("00000000-0000-5000-8000-000000000000")
                .setUri("news/first.txt")
                .setMediaType("text/plain")
                .setPayload(ByteBuffer.wrap(KURDISH.getBytes(UTF_8)))
                .build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyBadInputHasItsOutcomeAndTouchesNobody(Row row) throws IOException {
        Files.writeString(folder.resolve("a-good.txt"), "Before\n\nThe first neighbour. " + PROSE);
        Files.write(
                folder.resolve("b" + row.name().replaceFirst("^x", "")),
                row.content().array());
        Files.writeString(
                folder.resolve("c-good.txt"),
                "Behind\n\nThe other neighbour, who says something else entirely. " + KURDISH);
        long begun = processorTime();

        List<String> first = outcomes();
        Duration taken = Duration.ofNanos(processorTime() - begun);
        List<String> second = outcomes();

        assertThat(first).isEqualTo(row.outcomes());
        assertThat(second).isEqualTo(first);
        assertThat(taken).isLessThan(PATIENCE);
    }

    /** What else a machine does is not the input's fault. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns what became of the bad input; its neighbours have to be well. */
    private List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        List<String> neighbours = new ArrayList<>();
        new TrialInputs(StandardFormats.formats(), MAX_ARTICLE_BYTES, line -> outcomes.add(reasonIn(line)))
                .forEach(List.of(folder), Optional.empty(), raw -> {
                    boolean neighbour = raw.getUri().contains("-good.txt");
                    (neighbour ? neighbours : outcomes).add(outcome(raw));
                });
        assertThat(neighbours).containsExactly("ACCEPT", "ACCEPT");
        return outcomes;
    }

    private static String reasonIn(String line) {
        String reason =
                line.substring(line.lastIndexOf(": ", line.indexOf(',') < 0 ? line.length() : line.indexOf(',')) + 2);
        return reason.contains(",") ? reason.substring(0, reason.indexOf(',')) : reason;
    }

    private static String outcome(RawArticle raw) {
        DryRun.Outcome outcome = PIPELINE.runStages(raw);
        if (outcome.failure().isPresent()) {
            return outcome.failure().get().reason();
        }
        EnrichedArticle event = outcome.published().orElseThrow().event();
        assertThat(event.getHeadlines().stream().map(Headline::getValue)).noneMatch(title -> title.contains("<"));
        List<String> flags = event.getFlags();
        return flags.isEmpty() ? "ACCEPT" : "FLAG " + flags.get(0);
    }

    private static Row row(String id, String name, String content, String... outcomes) {
        return bytes(id, name, content.getBytes(UTF_8), outcomes);
    }

    private static Row bytes(String id, String name, byte[] content, String... outcomes) {
        return new Row(id, name, ByteBuffer.wrap(content), List.of(outcomes));
    }

    private static String warc(String type, String length, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type
                + "\r\nWARC-Target-URI: https://a.example/\r\nWARC-Date: 2026-03-21T10:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\nContent-Type: application/http; msgtype="
                + type + "\r\nContent-Length: " + length + "\r\n\r\n" + block + "\r\n\r\n";
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(file)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] emptyEntries() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < 100_002; i++) {
                zip.putNextEntry(new ZipEntry("e" + i + "/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
