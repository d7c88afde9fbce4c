package dev.tidings.streams.story.feature;

/** What the first letter of a word says of it being a name. */
public enum WordCase {
    /** A capital where only names have one. */
    CAPITAL(0),
    /** A small letter. */
    SMALL(1),
    /** A script without capitals: any word may be a name. */
    UNCASED(2),
    /** The capital that German gives to all nouns. */
    NOUN(3);

    /** How many there are. */
    public static final int COUNT = 4;

    private final int index;

    WordCase(int index) {
        this.index = index;
    }

    /** Returns its place in a table by cases. */
    public int tableIndex() {
        return index;
    }

    /**
     * Returns how a word is written.
     *
     * @param first its first letter
     * @param capitalNouns whether its language writes all nouns with a capital
     */
    static WordCase of(char first, boolean capitalNouns) {
        if (Character.isUpperCase(first)) {
            return capitalNouns ? NOUN : CAPITAL;
        }
        return Character.isLowerCase(first) ? SMALL : UNCASED;
    }
}
