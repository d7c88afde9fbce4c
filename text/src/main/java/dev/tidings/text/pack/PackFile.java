package dev.tidings.text.pack;

/** The files a language's folder may have; each is optional. {@code docs/languages.md} tells their kinds of rows. */
public enum PackFile {
    /** What is told of the language in one word: key, value. */
    LANGUAGE("language.tsv"),
    /** Words of dates beside those of CLDR: kind, value, calendar, words. */
    DATES("dates.tsv"),
    /** Words beside names: kind, words. */
    NAMES("names.tsv"),
    /** Words of numbers beside those of CLDR: kind, value, words. */
    NUMBERS("numbers.tsv"),
    /** What is put before or behind words: kind, affixes as match keys write them. */
    AFFIXES("affixes.tsv"),
    /** Words without content beside those of the analyzer: kind, words. */
    STOP_WORDS("stop-words.tsv"),
    /** In how many of a hundred articles common words stand: number, words as match keys write them. */
    FREQUENCIES("frequencies.tsv"),
    /** Lines that are not the article, by what they say: kind, words. */
    CUES("cues.tsv"),
    /** Words by which a later version of a text differs from an earlier one: kind, words. */
    CHANGES("changes.tsv");

    private final String fileName;

    PackFile(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }
}
