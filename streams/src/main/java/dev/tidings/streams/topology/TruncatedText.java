package dev.tidings.streams.topology;

import java.util.Optional;

/** Texts for topics that take no large records. */
public final class TruncatedText {

    private TruncatedText() {}

    /** Returns the beginning of a text, at most so many UTF-16 units and no half of a surrogate pair. */
    public static String truncateTo(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, splitsPair ? longest - 1 : longest);
    }

    /** As {@link #truncateTo(int, String)}. */
    public static Optional<String> truncateTo(int longest, Optional<String> text) {
        return text.map(whole -> truncateTo(longest, whole));
    }
}
