package dev.tidings.app.cli.publish;

import static dev.tidings.app.cli.publish.BadFiles.sentences;
import static dev.tidings.app.cli.publish.BadInput.ITEM;
import static dev.tidings.app.cli.publish.BadInput.KURDISH;
import static dev.tidings.app.cli.publish.BadInput.ONE;
import static dev.tidings.app.cli.publish.BadInput.PROSE;
import static dev.tidings.app.cli.publish.BadInput.bytes;
import static dev.tidings.app.cli.publish.BadInput.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives, crawls, mails, Markdown and exports that break programs. */
final class BadContainers {

    private BadContainers() {}

    /** Returns the rows, each with its outcome. */
    static Stream<BadInput> rows() {
        return Stream.of(archiveRows(), mailRows(), markdownRows(), pressRows(), moreTextRows())
                .flatMap(rows -> rows);
    }

    private static Stream<BadInput> archiveRows() {
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

    private static Stream<BadInput> mailRows() {
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

    private static Stream<BadInput> markdownRows() {
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

    private static Stream<BadInput> pressRows() {
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

    private static String http(String header, String body) {
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n\r\n" + body;
        return warc("response", String.valueOf(answer.length()), answer);
    }

    /** Says in both headers of the first member that it is encrypted. */
    private static byte[] encrypted(byte[] zip) {
        byte[] changed = zip.clone();
        changed[6] |= 1;
        for (int i = 0; i + 8 < changed.length; i++) {
            if (changed[i] == 'P' && changed[i + 1] == 'K' && changed[i + 2] == 1 && changed[i + 3] == 2) {
                changed[i + 8] |= 1;
            }
        }
        return changed;
    }

    private static Stream<BadInput> moreTextRows() {
        return Stream.of(
                row(
                        "T06",
                        "x.txt",
                        "Title\n\n" + PROSE + "\u0001\u007f\u0085\u2028" + PROSE,
                        "FLAG control_chars_removed"),
                row("T08", "x.txt", "Ti\u202etle\u2066\n\n" + PROSE, "ACCEPT"),
                row("T10", "x.txt", "w".repeat(4_000_000), "FLAG low_content"),
                row("T12", "x.txt", "0123 4567 89 -- !? \ud83d\ude00 \ud83d\ude00 \ud83d\ude00 42 43 44", "ACCEPT"),
                row("T15", "x.txt", "\u0301\u0302 NULL undefined \ufdfa \u2060 \u1f468\u200d " + PROSE, "ACCEPT"),
                bytes(
                        "H06",
                        "x.html",
                        ("<html><body><p>a\u0000b\u00ff\u00fe " + PROSE + sentences(1_000) + "</p></body></html>")
                                .getBytes(ISO_8859_1),
                        "FLAG lossy_decode"),
                row(
                        "H07",
                        "x.html",
                        "<html><head><title>404</title></head><body><h1>Not found</h1><form><input name=q></form></body></html>",
                        "FLAG no_article"),
                row(
                        "H09",
                        "x.html",
                        "<html><body><article><h2>One</h2><p>" + PROSE + "</p><p>" + PROSE.replace("spring", "autumn")
                                + "</p></article><article><h2>Two</h2><p>" + PROSE.replace("Ankara", "Vienna")
                                + "</p><p>"
                                + PROSE.replace("Ankara", "Baghdad") + "</p></article></body></html>",
                        "FLAG multiple_articles"),
                row(
                        "H11",
                        "x.html",
                        "<html><head><link rel=canonical href='javascript:alert(1)'></head><body><p>" + PROSE
                                + "</p></body></html>",
                        "FLAG url_dropped"),
                row(
                        "X03",
                        "x.xml",
                        "<!DOCTYPE rss [<!ENTITY a '" + "a".repeat(50_000) + "'>]><rss><channel>"
                                + ITEM.replace("One", "&a;".repeat(20_000)) + "</channel></rss>",
                        "doctype"),
                bytes(
                        "A08",
                        "x.zip",
                        encrypted(zip("x.json", (ONE + "\n").getBytes(UTF_8))),
                        "unsupported",
                        "malformed"),
                row(
                        "A09",
                        "x.warc",
                        warc("resource", String.valueOf(PROSE.length()), PROSE)
                                        .replace("application/http; msgtype=resource", "text/plain")
                                + warc("resource", "500", PROSE)
                                        .replace("application/http; msgtype=resource", "text/plain"),
                        "ACCEPT",
                        "truncated"),
                row(
                        "A13",
                        "x.warc",
                        http(
                                "Transfer-Encoding: chunked",
                                "3\r\n<p>\r\n" + Integer.toHexString(PROSE.length()) + "\r\n" + PROSE
                                        + "\r\n0\r\n\r\n"),
                        "ACCEPT"),
                row(
                        "A13",
                        "x.warc",
                        http("Content-Encoding: gzip", "<p>These are no packed words"),
                        "content_encoding"),
                row(
                        "A13",
                        "x.warc",
                        http("Content-Encoding: no-such-9", "<p>These are no packed words"),
                        "content_encoding"));
    }
}
