package dev.tidings.app.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether Linux gives a process large pages when it asks. Tables of words and n-grams are read at random, and on
 * pages of 4 KB a good part of that time goes into finding the page.
 */
final class HugePages {

    /** Says which of always, madvise and never is chosen, in square brackets; there is none but on Linux. */
    private static final Path CHOICE = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private HugePages() {}

    /** Returns the option of a JVM that asks for them; none where asking is refused, or is no option at all. */
    static List<String> jvmOption() {
        return jvmOption(CHOICE);
    }

    static List<String> jvmOption(Path choice) {
        try {
            String chosen = Files.readString(choice);
            return chosen.contains("[always]") || chosen.contains("[madvise]")
                    ? List.of("-XX:+UseTransparentHugePages")
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
