package dev.tidings.streams.dedup.trace;

/** Reads numbers written in digits of any script. For one thread. */
final class NumberReader {

    /** Between groups of digits, or before decimals. */
    private static final String SEPARATORS = ".,٫٬'’\u00a0\u202f";

    private static final int GROUP_DIGITS = 3;
    private static final int MAX_DIGITS = 17;

    private long digits;
    private int count;
    private int code;

    /** Adds the numbers of a text to a list. */
    void readAll(String text, IntList found) {
        char[] units = text.toCharArray();
        int at = 0;
        while (at < units.length) {
            if (isDigit(units, at)) {
                at = read(units, at, units.length);
                found.add(code);
            } else {
                at++;
            }
        }
    }

    /** Reads the number whose first digit stands at a place, and returns where it ends. */
    int read(char[] text, int from, int to) {
        digits = 0;
        count = 0;
        int decimals = 0;
        int at = readDigits(text, from, to);
        while (at < to && SEPARATORS.indexOf(text[at]) >= 0) {
            int end = readDigits(text, at + 1, to);
            int behind = end - at - 1;
            if (behind == 0) {
                break;
            }
            // "1,200" is one number however it is parted; "3,5" and "3.5" are another.
            decimals = behind == GROUP_DIGITS ? 0 : behind;
            at = end;
        }
        code = StatedNumber.codeOf(digits, decimals);
        return at;
    }

    /** Returns the code of the number read last. */
    int code() {
        return code;
    }

    private int readDigits(char[] text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text, at)) {
            int digit = Character.digit(text[at], 10);
            digits = count < MAX_DIGITS ? 10 * digits + digit : (31 * digits + digit) & Long.MAX_VALUE;
            count++;
            at++;
        }
        return at;
    }

    private static boolean isDigit(char[] text, int at) {
        return (CharacterKinds.of(text[at]) & CharacterKinds.DIGIT) != 0;
    }
}
