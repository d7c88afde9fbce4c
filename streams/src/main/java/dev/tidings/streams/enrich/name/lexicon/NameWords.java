package dev.tidings.streams.enrich.name.lexicon;

import dev.tidings.streams.enrich.token.KeyCache;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordEndings;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words beside names of all language packs, by kind. */
public final class NameWords {

    private static final Map<String, Set<WordKind>> KINDS = loadKinds();
    private static final List<String> SUFFIXES =
            LanguagePack.wordsOfAll(PackFile.AFFIXES, "name_word").distinct().toList();
    private static final WordEndings ENDINGS = new WordEndings(SUFFIXES, 0);
    private static final WordFilter FILTER = newFilter();
    private static final KeyCache<NameWord> CACHE =
            new KeyCache<>(NameWords::findByKey, NameWords::mayHaveKind, NameWord.NONE);

    private NameWords() {}

    /** Returns what a word tells of a name beside it. */
    public static NameWord findByWord(Word word) {
        return CACHE.getOrCompute(word);
    }

    /** Returns what a word that is part of another, given by its match key, tells of a name beside it. */
    public static NameWord findByKey(String key) {
        Set<WordKind> kinds = kinds(key);
        Set<WordKind> inflected = EnumSet.noneOf(WordKind.class);
        inflected.addAll(kinds);
        if (!key.isEmpty() && key.charAt(key.length() - 1) >= '\u0600') {
            for (String suffix : SUFFIXES) {
                if (key.endsWith(suffix)) {
                    inflected.addAll(kinds(key.substring(0, key.length() - suffix.length())));
                }
            }
        }
        return inflected.isEmpty() ? NameWord.NONE : NameWord.of(kinds, inflected);
    }

    private static boolean mayHaveKind(Word word) {
        return FILTER.mayHold(word) || ENDINGS.mayLeave(word, FILTER);
    }

    private static WordFilter newFilter() {
        WordFilter filter = new WordFilter(KINDS.size());
        KINDS.keySet().forEach(filter::addKey);
        return filter;
    }

    private static Set<WordKind> kinds(String key) {
        return KINDS.getOrDefault(key, Set.of());
    }

    private static Map<String, Set<WordKind>> loadKinds() {
        Map<String, Set<WordKind>> kinds = new HashMap<>();
        for (WordKind kind : WordKind.values()) {
            LanguagePack.wordsOfAll(PackFile.NAMES, kind.name().toLowerCase(Locale.ROOT))
                    .map(MatchKey::of)
                    .forEach(key -> kinds.computeIfAbsent(key, any -> EnumSet.noneOf(WordKind.class))
                            .add(kind));
        }
        return kinds;
    }
}
