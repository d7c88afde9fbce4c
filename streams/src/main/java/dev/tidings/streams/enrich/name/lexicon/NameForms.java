package dev.tidings.streams.enrich.name.lexicon;

import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordEndings;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The dictionary forms a word may be of, by the affixes of the language packs: without the suffixes of Kurdish and
 * Persian, the prefixes of Arabic, the cases of Russian, Northern Kurdish and the Germanic genitive. In Arabic and
 * Cyrillic script the suffixes of every language count, in others those of the text's own. Works on match keys; the
 * nearest form first.
 */
final class NameForms {

    private static final String NAME_ENDINGS = "name";
    /** The shortest first, so that the longest stem is tried first. */
    private static final Comparator<String> BY_LENGTH = Comparator.comparingInt(String::length);

    private static final List<String> ARABIC_SUFFIXES = suffixesOf(Character.UnicodeScript.ARABIC);
    private static final List<String> CYRILLIC_SUFFIXES = suffixesOf(Character.UnicodeScript.CYRILLIC);
    private static final List<String> CYRILLIC_NOMINATIVES =
            LanguagePack.wordsOfAll(PackFile.AFFIXES, "nominative").distinct().toList();
    private static final int MIN_STEM_CHARS = 3;

    private static final WordEndings ARABIC_ENDINGS = new WordEndings(ARABIC_SUFFIXES, MIN_STEM_CHARS);

    private final List<String> ownSuffixes;
    private final WordEndings ownEndings;
    private final List<String> prefixes;

    /** Makes the forms of a text in a language, by its primary subtag. */
    NameForms(String language) {
        LanguagePack pack = LanguagePack.of(language);
        this.ownSuffixes = pack.words(PackFile.AFFIXES, NAME_ENDINGS).stream()
                .sorted(BY_LENGTH)
                .toList();
        this.ownEndings = new WordEndings(ownSuffixes, MIN_STEM_CHARS);
        this.prefixes = pack.words(PackFile.AFFIXES, "prefix");
    }

    /** Returns other forms of a word; the word itself is not among them. */
    List<String> formsOf(String key) {
        if (key.length() <= MIN_STEM_CHARS) {
            return List.of();
        }
        if (isArabic(key.charAt(0))) {
            return prefixes.isEmpty() ? withoutSuffix(key, ARABIC_SUFFIXES) : withoutPrefix(key);
        }
        return isCyrillic(key) ? nominatives(key) : withoutSuffix(key, ownSuffixes);
    }

    private static boolean isCyrillic(String key) {
        return !key.isEmpty() && isCyrillic(key.charAt(0));
    }

    private static boolean isCyrillic(char first) {
        return first >= '\u0400' && first <= '\u04ff';
    }

    private static boolean isArabic(char first) {
        return first >= '\u0600' && first <= '\u06ff';
    }

    /** Lets a dictionary form through, in such a way that {@link #mayLeadTo} finds it. */
    static void addTo(WordFilter filter, String form) {
        filter.addKey(form);
        if (isCyrillic(form)) {
            // Only the stem stays, of three letters at least.
            filter.addBeginning(form);
        }
    }

    /** Returns false only when none of {@link #formsOf} a word was added to a filter. */
    boolean mayLeadTo(Word word, WordFilter filter) {
        if (word.length() <= MIN_STEM_CHARS) {
            return false;
        }
        char first = word.first();
        if (isArabic(first)) {
            return prefixes.isEmpty() ? ARABIC_ENDINGS.mayLeave(word, filter) : prefixed(first);
        }
        return isCyrillic(first)
                ? filter.mayHoldBeginning(word, WordFilter.BEGINNING)
                : ownEndings.mayLeave(word, filter);
    }

    private boolean prefixed(char first) {
        for (String prefix : prefixes) {
            if (prefix.charAt(0) == first) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the suffixes of a script. In a script that few languages write, a foreign name takes the suffixes of
     * whichever language the text is in.
     */
    private static List<String> suffixesOf(Character.UnicodeScript script) {
        return LanguagePack.wordsOfAll(PackFile.AFFIXES, NAME_ENDINGS)
                .filter(suffix -> Character.UnicodeScript.of(suffix.codePointAt(0)) == script)
                .distinct()
                .sorted(BY_LENGTH)
                .toList();
    }

    /** Returns whether what follows a known word is one of its suffixes. */
    static boolean isSuffix(String key, int from) {
        List<String> suffixes = key.charAt(0) >= '\u0600' ? ARABIC_SUFFIXES : CYRILLIC_SUFFIXES;
        for (String suffix : suffixes) {
            if (key.length() - from == suffix.length() && key.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> withoutSuffix(String key, List<String> suffixes) {
        List<String> forms = new ArrayList<>(2);
        char last = key.charAt(key.length() - 1);
        for (String suffix : suffixes) {
            // Most suffixes end in another letter; asking that first makes most words quick.
            if (suffix.charAt(suffix.length() - 1) == last
                    && key.length() >= MIN_STEM_CHARS + suffix.length()
                    && key.endsWith(suffix)) {
                forms.add(key.substring(0, key.length() - suffix.length()));
            }
        }
        return forms;
    }

    private List<String> withoutPrefix(String key) {
        List<String> forms = new ArrayList<>(2);
        for (String prefix : prefixes) {
            if (key.startsWith(prefix)) {
                String rest = key.substring(1);
                if (rest.length() > MIN_STEM_CHARS) {
                    forms.add(rest);
                }
                // للعراق is ل + العراق with its alef gone.
                if (prefix.equals("ل") && rest.charAt(0) == 'ل') {
                    forms.add("ا" + rest);
                }
            }
        }
        return forms;
    }

    private static List<String> nominatives(String key) {
        List<String> forms = new ArrayList<>();
        for (String stem : withoutSuffix(key, CYRILLIC_SUFFIXES)) {
            for (String suffix : CYRILLIC_NOMINATIVES) {
                forms.add(stem + suffix);
            }
        }
        return forms;
    }
}
