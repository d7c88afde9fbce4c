package dev.tidings.streams.enrich.date;

import java.util.Optional;

/** The endings that Kurdish and Persian put on a month or weekday: ئەیلوولی, هەینیدا, Îlona. */
final class Endings {

    private static final String[] ENDINGS = {"یدا", "دا", "یش", "ی", "a", "e", "i"};
    private static final int SHORTEST_STEM = 3;

    private Endings() {}

    /** Returns the key without its longest known ending. */
    static Optional<String> stems(String key) {
        for (String ending : ENDINGS) {
            if (key.length() >= SHORTEST_STEM + ending.length() && key.endsWith(ending)) {
                return Optional.of(key.substring(0, key.length() - ending.length()));
            }
        }
        return Optional.empty();
    }
}
