package dev.tidings.text.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The sample articles, read from the repository's root. */
final class Seeds {
    static final String CENTRAL_KURDISH = "000_7862ad32163287db.txt";
    static final String CENTRAL_KURDISH_MODERN = "001_0ad0bd1f11616762.txt";
    static final String ENGLISH = "002_5f853b347646af86.txt";
    static final String ENGLISH_WITH_DATE_LINE = "003_6c18de837fb1579b.txt";

    private Seeds() {}

    static String text(String name) {
        try {
            return Files.readString(root().resolve("seeds").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sentences: split behind a full stop, question or exclamation mark that white space follows, and at line ends. */
    static List<String> sentences(String name) {
        return Arrays.stream(text(name).split("(?<=[.!?؟])\\s+|\\R+"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("seeds"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
