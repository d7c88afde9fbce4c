package dev.tidings.text.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Chinese in simplified characters, one for one: what ICU's transform Traditional-Simplified makes of single
 * characters, kept as a table since the transform takes a second to load, and variants that it does not know. Words that
 * differ beyond their characters stay as they are.
 */
final class SimplifiedChinese {

    private static final String RESOURCE = "simplified.txt";

    /** All ideographs of the basic plane lie from here on, and below the end. */
    private static final char FIRST = '\u3400';

    private static final char END = '\ua000';

    private static final char[] SIMPLIFIED = readTable();

    private SimplifiedChinese() {}

    /**
     * Returns a text in simplified characters.
     *
     * @param text any UTF-16
     * @return the very text when all its characters are simplified ones already
     */
    static String convert(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (simplified(text.charAt(at)) != text.charAt(at)) {
                return convertFrom(text, at);
            }
        }
        return text;
    }

    private static String convertFrom(String text, int start) {
        char[] units = text.toCharArray();
        for (int at = start; at < units.length; at++) {
            units[at] = simplified(units[at]);
        }
        return new String(units);
    }

    private static char simplified(char unit) {
        return unit >= FIRST && unit < END ? SIMPLIFIED[unit - FIRST] : unit;
    }

    /** Reads lines of a simplified character and those that it is written for; others begin with a number sign. */
    private static char[] readTable() {
        char[] table = new char[END - FIRST];
        for (char unit = FIRST; unit < END; unit++) {
            table[unit - FIRST] = unit;
        }
        readResource()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> line.chars().forEach(character -> table[character - FIRST] = line.charAt(0)));
        return table;
    }

    private static String readResource() {
        try (InputStream in = SimplifiedChinese.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
    }
}
