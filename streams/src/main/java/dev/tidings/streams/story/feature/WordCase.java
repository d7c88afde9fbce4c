package dev.tidings.streams.story.feature;

/** What the first letter of a word says of it being a name. */
public enum WordCase {
    /** A capital where only names have one. */
    CAPITAL(0),
    /** A small letter, or the capital that German gives to all nouns. */
    SMALL(1),
    /** A script without capitals: any word may be a name. */
    UNCASED(2);

    /** How many there are. */
    public static final int COUNT = 3;

    private final int index;

    WordCase(int index) {
        this.index = index;
    }

    /** Returns its place in a table by cases. */
    public int tableIndex() {
        return index;
    }

    public static WordCase of(EventName name, boolean capitalNouns) {
        char first = name.surface().charAt(0);
        if (Character.isUpperCase(first)) {
            return capitalNouns ? SMALL : CAPITAL;
        }
        return Character.isLowerCase(first) ? SMALL : UNCASED;
    }
}
