package dev.tidings.text.language;

/** When to say {@code und} rather than guess. */
final class UndeterminedRule {
    /** Least letters in a script of several languages; fewer are a name or an abbreviation. */
    private static final int MIN_LETTERS = 12;

    /** Least letters in a script of one language. */
    private static final int MIN_LETTERS_OF_ONE_LANGUAGE = 6;

    /** Scripts in which a letter is a syllable or a word, so that fewer letters suffice. */
    private static final boolean[] DENSE = isAmong("Hani", "Hang");

    private static final int MIN_DENSE_LETTERS = 4;

    /** Least probability of an answer, low because sister languages share the probability. */
    private static final double PROBABILITY_THRESHOLD = 0.3;

    /** Least probability of an answer for a short text such as a date line or a caption. */
    private static final double FEW_LETTERS_PROBABILITY_THRESHOLD = 0.5;

    private static final int FEW_LETTERS = 24;

    /**
     * Share of n-grams that own a row, below which a text is in no language of the model: an identifier, a cipher,
     * keys hit at random. Headlines of the development set have 0.70 and more, so only alphabets with large tables
     * are held to it.
     */
    private static final double KNOWN_SHARE_THRESHOLD = 0.63;

    private static final boolean[] LARGE_TABLES = isAmong("Latn", "Arab", "Cyrl");

    private UndeterminedRule() {}

    static boolean tooShort(TextExcerpt textExcerpt, int script, ScriptModel languages) {
        if (DENSE[script]) {
            return textExcerpt.letterCount(script) < MIN_DENSE_LETTERS;
        }
        return textExcerpt.letterCount(script)
                < (languages.hasOneLanguage() ? MIN_LETTERS_OF_ONE_LANGUAGE : MIN_LETTERS);
    }

    static boolean tooStrange(int known, int all, int script) {
        return known == 0 || (LARGE_TABLES[script] && known < KNOWN_SHARE_THRESHOLD * all);
    }

    static boolean tooClose(LanguageCandidate best, int letters) {
        double least = letters < FEW_LETTERS ? FEW_LETTERS_PROBABILITY_THRESHOLD : PROBABILITY_THRESHOLD;
        return best.tag().equals(LanguageCandidate.UNDETERMINED) || best.probability() < least;
    }

    private static boolean[] isAmong(String... codes) {
        boolean[] scripts = new boolean[Scripts.scriptCount()];
        for (String code : codes) {
            scripts[Scripts.scriptNumber(code)] = true;
        }
        return scripts;
    }
}
