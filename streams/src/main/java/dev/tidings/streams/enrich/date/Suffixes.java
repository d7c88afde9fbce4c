package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordEndings;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The suffixes that languages put on a month or weekday, as Kurdish and Persian do: ئەیلوولی, هەینیدا, Îlona. */
final class Suffixes {

    /** The longest first. */
    private static final List<String> SUFFIXES = LanguagePack.wordsOfAll(PackFile.AFFIXES, "date")
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private static final int MIN_STEM_CHARS = 3;

    private static final WordEndings ENDINGS = new WordEndings(SUFFIXES, MIN_STEM_CHARS);

    private Suffixes() {}

    /** Returns false only when a word without a suffix is none that a filter was filled with. */
    static boolean mayLeave(Word word, WordFilter filter) {
        return ENDINGS.mayLeave(word, filter);
    }

    /** Returns the key without its longest known suffix; empty when it has none. */
    static Optional<String> stripSuffix(String key) {
        for (String suffix : SUFFIXES) {
            if (key.length() >= MIN_STEM_CHARS + suffix.length() && key.endsWith(suffix)) {
                return Optional.of(key.substring(0, key.length() - suffix.length()));
            }
        }
        return Optional.empty();
    }
}
