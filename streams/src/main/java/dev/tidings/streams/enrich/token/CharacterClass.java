package dev.tidings.streams.enrich.token;

/** What characters are to the {@link Tokenizer}, as bits; those of the basic plane in a table. */
final class CharacterClass {

    static final int LETTER = 1;
    static final int DIGIT = 2;
    static final int SPACE = 4;
    /** Marks, and joiners inside a word: the Persian half space is no white space. */
    static final int CONTINUES = 8;
    /** A word by itself in scripts without spaces. */
    static final int ALONE = 16;

    static final int UPPER = 32;
    static final int LOWER = 64;

    private static final char ZERO_WIDTH_NON_JOINER = '\u200c';
    private static final char ZERO_WIDTH_JOINER = '\u200d';

    private static final byte[] BASIC_PLANE = basicPlane();

    private CharacterClass() {}

    /** Returns the bits of a code point; none for a sign. */
    static int of(int codePoint) {
        return codePoint < BASIC_PLANE.length ? BASIC_PLANE[codePoint] : computeTraits(codePoint);
    }

    private static byte[] basicPlane() {
        byte[] traits = new byte[Character.MAX_VALUE + 1];
        for (int unit = 0; unit < traits.length; unit++) {
            traits[unit] = (byte) computeTraits(unit);
        }
        return traits;
    }

    private static int computeTraits(int codePoint) {
        return kind(codePoint)
                | (isSpace(codePoint) ? SPACE : 0)
                | (continuesWord(codePoint) ? CONTINUES : 0)
                | (standsAlone(codePoint) ? ALONE : 0)
                | (Character.isUpperCase(codePoint) ? UPPER : 0)
                | (Character.isLowerCase(codePoint) ? LOWER : 0);
    }

    private static int kind(int codePoint) {
        if (Character.isLetter(codePoint)) {
            return LETTER;
        }
        // Beyond the basic plane digits are ornaments, and a value is read unit by unit.
        return codePoint <= Character.MAX_VALUE && Character.isDigit(codePoint) ? DIGIT : 0;
    }

    private static boolean continuesWord(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || isJoiner(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || (!isJoiner(codePoint) && Character.getType(codePoint) == Character.FORMAT);
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }

    private static boolean standsAlone(int codePoint) {
        return codePoint >= 0x2e80
                && (Character.isIdeographic(codePoint) || (codePoint >= 0x3040 && codePoint <= 0x30ff));
    }
}
