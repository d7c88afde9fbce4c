package dev.tidings.streams.extract.html;

/**
 * An article's text as the page gives it a second time, by which its paragraphs are known: only letters and digits are
 * compared.
 */
final class ArticleText {

    private static final int PROBE = 60;
    private static final int MIN_PROBE_LETTERS = 8;

    private final String letters;

    ArticleText(String text) {
        letters = lettersOf(text, Integer.MAX_VALUE);
    }

    /** Returns how many letters and digits it has. */
    int letterCount() {
        return letters.length();
    }

    /** Returns whether a paragraph is a part of it, by its first {@value #PROBE} letters. */
    boolean containsParagraph(String paragraph) {
        String probe = lettersOf(paragraph, PROBE);
        return probe.length() >= MIN_PROBE_LETTERS && letters.contains(probe);
    }

    /** Returns the letters and digits of a text, in lower case, at most so many. */
    static String lettersOf(String text, int most) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length() && letters.length() < most; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }
}
