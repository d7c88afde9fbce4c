package dev.tidings.app.cli.publish;

import static dev.tidings.app.cli.publish.BadInput.KURDISH;
import static dev.tidings.app.cli.publish.BadInput.MAX_ARTICLE_BYTES;
import static dev.tidings.app.cli.publish.BadInput.PROSE;
import static dev.tidings.app.cli.publish.BadInput.bytes;
import static dev.tidings.app.cli.publish.BadInput.made;
import static dev.tidings.app.cli.publish.BadInput.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files and texts that break programs. A file of blanks alone is published with a flag, since whether anything is left of
 * a text is for analyse to say.
 */
final class BadFiles {

    private BadFiles() {}

    /** Returns the rows, each with its outcome. */
    static Stream<BadInput> rows() {
        return Stream.of(fileRows(), textRows()).flatMap(rows -> rows);
    }

    private static Stream<BadInput> fileRows() {
        String head = "The masthead of a paper that begins each article in the same way. ".repeat(40);
        return Stream.of(
                row("F02", "x.txt", " \n\t\u200f\ufeff", "FLAG empty"),
                made("F03", "sparse", folder -> sparse(folder.resolve("b.txt"), 1L << 30), "too_large"),
                made(
                        "F04",
                        "limit",
                        folder -> Files.writeString(folder.resolve("b.txt"), sentences(MAX_ARTICLE_BYTES)),
                        "ACCEPT"),
                made(
                        "F04",
                        "over the limit",
                        folder -> Files.writeString(folder.resolve("b.txt"), sentences(MAX_ARTICLE_BYTES) + "x"),
                        "too_large"),
                made(
                        "F05",
                        "pipe",
                        folder -> run("mkfifo", folder.resolve("b.txt").toString()),
                        "not_regular_file"),
                made("F06", "link out", folder -> link(folder, "b.txt", Path.of("/etc/hostname")), "outside_root"),
                made("F07", "dangling link", folder -> link(folder, "b.txt", Path.of("nowhere.txt")), "vanished"),
                made(
                        "F08",
                        "loop",
                        folder -> link(
                                folder, "b", Path.of("..", folder.getFileName().toString())),
                        "symlink_loop"),
                made("F12", "unfinished", folder -> Files.writeString(folder.resolve("b.txt.part"), PROSE)),
                made(
                        "F15",
                        "three copies",
                        folder -> {
                            for (String name : List.of("b1.txt", "b2.txt", "b3.txt")) {
                                Files.writeString(folder.resolve(name), PROSE);
                            }
                        },
                        "ACCEPT",
                        "ACCEPT",
                        "ACCEPT"),
                made(
                        "F16",
                        "one masthead",
                        folder -> {
                            Files.writeString(folder.resolve("b1.txt"), head + PROSE);
                            Files.writeString(folder.resolve("b2.txt"), head + KURDISH);
                        },
                        "ACCEPT",
                        "ACCEPT"),
                row("F18", "x\u0647\u06d5\u0648\u0627\u06b5.txt", PROSE, "ACCEPT"),
                row("F20", "x\n\u001b[2J$(id).txt", PROSE, "ACCEPT"),
                row("F21", "x" + "n".repeat(250) + ".txt", PROSE, "ACCEPT"));
    }

    private static Stream<BadInput> textRows() {
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

    private static void sparse(Path file, long size) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
    }

    private static void link(Path folder, String name, Path target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), target);
    }

    private static void run(String... command) throws IOException {
        try {
            assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** No two are equal, as in an article. */
    static String sentences(long length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append("On day ")
                    .append(i)
                    .append(" ministers met in hall ")
                    .append(i * 7)
                    .append(i % 500 == 0 ? " and agreed.\n\n" : " and agreed. ");
        }
        return text.substring(0, (int) length);
    }
}
