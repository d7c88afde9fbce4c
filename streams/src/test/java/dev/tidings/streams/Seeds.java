package dev.tidings.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The four real articles. */
public enum Seeds {
    PUTIN_ERDOGAN_CKB("000_7862ad32163287db.txt"),
    BARZANI_BOGDANOV_CKB("001_0ad0bd1f11616762.txt"),
    COMMON_INTERESTS_EN("002_5f853b347646af86.txt"),
    SOCHI_MEETING_EN("003_6c18de837fb1579b.txt");

    private final String fileName;

    Seeds(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return fileName;
    }

    /** Returns its bytes. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(Path.of("../seeds", fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns its text. */
    public String text() {
        return new String(bytes(), UTF_8);
    }

    /** Strings that have broken text code before. */
    public static List<String> awkwardStrings() {
        return List.of(
                "",
                " ",
                "\n\n\n",
                "\u0000",
                "\u0000\u0000\n\u0000",
                "\ud83d",
                "\udc00\ud83d x",
                "\ud83d\n\n\udc00",
                "\u200f",
                "\ufeff",
                "\u202e!",
                "a".repeat(10_000_000),
                "a ".repeat(500_000),
                "\n".repeat(1_000_000),
                "x\n\n".repeat(200_000),
                "a\u0301".repeat(1_000),
                "كوردى ".repeat(1_000),
                "今天天气很好。".repeat(2_000),
                "{{7*7}} ${jndi:ldap://x} <script>alert(1)</script> '; DROP TABLE x",
                "Date: x",
                ":",
                "Date:\n\nDate:",
                ".  .  .  ");
    }
}
