package dev.tidings.text.language;

/** When to say {@code und} rather than guess. */
final class UndeterminedRule {
    /** Fewer letters than this are a name or an abbreviation, in a script that several languages share. */
    private static final int MIN_LETTERS = 12;

    /** Letters that only one language writes need fewer. */
    private static final int MIN_LETTERS_OF_ONE_LANGUAGE = 6;

    /** Where a letter is a syllable or a word, so do these. */
    private static final boolean[] DENSE = isAmong("Hani", "Hang");

    private static final int MIN_DENSE_LETTERS = 4;

    /** Below this the guess is worth less than none; sister languages share what is left of one. */
    private static final double PROBABILITY_THRESHOLD = 0.3;

    /** Of a date line or a caption a guess must be likelier than not. */
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
