package dev.tidings.streams.extract;

/** White space as {@link Character#isWhitespace(char)} has it, sooner: it is asked of every unit of a text. */
final class WhiteSpace {

    private static final char FIRST_BEYOND_CONTROLS = '\u1680';

    private WhiteSpace() {}

    static boolean isWhiteSpace(char unit) {
        return (unit <= ' ' || unit >= FIRST_BEYOND_CONTROLS) && Character.isWhitespace(unit);
    }
}
