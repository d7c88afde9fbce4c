package dev.tidings.text.vocabulary.press;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the kinds of exports have in common: lines, paragraphs, days. */
final class Lines {

    /** A day as archives write it, {@code September 6, 2021 Monday} or {@code Montag 6. September 2021}. */
    private static final Pattern DAY = Pattern.compile(
            "(?:\\p{L}{2,12},?\\s+)?(?:\\p{L}{3,12}\\.?\\s+\\d{1,2},?|\\d{1,2}\\.?\\s+\\p{L}{3,12}\\.?)\\s+\\d{4}\\b.{0,40}");

    private static final Pattern BREAK = Pattern.compile("\\n");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[ \\t]*\\n)+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Lines() {}

    static List<String> of(String text) {
        return List.of(BREAK.split(text, -1));
    }

    static List<String> paragraphs(String text) {
        return BLANK_LINES
                .splitAsStream("\n\n" + text)
                .filter(part -> !part.isBlank())
                .toList();
    }

    /** Returns a text on one line. */
    static String joined(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Returns lines of a column of fixed width as paragraphs, with a blank line between. */
    static String unwrapped(List<String> paragraphs) {
        return paragraphs.stream().map(Lines::joined).collect(Collectors.joining("\n\n"));
    }

    static boolean isDay(String text) {
        return DAY.matcher(text.strip()).matches();
    }

    static boolean isCopyright(String text) {
        String begin = text.strip();
        return begin.startsWith("Copyright") || begin.startsWith("(c)") || begin.startsWith("\u00a9");
    }
}
