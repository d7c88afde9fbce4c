package dev.tidings.streams.extract;

/** Tells whether a text shows nothing. */
public final class Blank {

    private Blank() {}

    /** Returns whether every character is white space, a control or an invisible format character. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Blank::isInvisible);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
