package dev.tidings.app.cli.publish;

import static dev.tidings.app.cli.publish.BadInput.ITEM;
import static dev.tidings.app.cli.publish.BadInput.ONE;
import static dev.tidings.app.cli.publish.BadInput.PROSE;
import static dev.tidings.app.cli.publish.BadInput.bytes;
import static dev.tidings.app.cli.publish.BadInput.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.stream.Stream;

/** HTML, JSON and XML that break programs. */
final class BadMarkup {

    private BadMarkup() {}

    /** Returns the rows, each with its outcome. */
    static Stream<BadInput> rows() {
        return Stream.of(htmlRows(), jsonRows(), xmlRows()).flatMap(rows -> rows);
    }

    private static Stream<BadInput> htmlRows() {
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

    private static Stream<BadInput> jsonRows() {
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

    private static Stream<BadInput> xmlRows() {
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
}
