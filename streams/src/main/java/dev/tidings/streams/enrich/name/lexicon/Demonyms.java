package dev.tidings.streams.enrich.name.lexicon;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import dev.tidings.streams.enrich.token.KeyCache;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.language.LanguageTags;
import dev.tidings.text.orthography.MatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that say of what country something is ({@code Chinese}, {@code صينية}, {@code китайского}): from the
 * reviewed list, from CLDR's names of the languages that are called as their country is, and derived from the names of
 * countries. Immutable once made, safe for any thread.
 */
public final class Demonyms {

    /** What {@link #countryOf} says of any other word. */
    public static final String NONE = "";

    private static final Map<String, Demonyms> BY_LANGUAGE = new ConcurrentHashMap<>();
    /** So many letters a language and its country share when the one is called after the other: Polish, Poland. */
    private static final int SHARED = 3;
    /** Shorter words are others as well: in Turkish, {@code Rus} is inside many names. */
    private static final int MIN_STEM_CHARS = 4;

    private static final String PORTUGUESE = "pt";

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> peoples = new HashMap<>();
    private final KeyCache<String> cache = new KeyCache<>(this::findCountry, this::maySay, NONE);
    private final DemonymForms forms;
    /** Lets through words for peoples, and the beginnings of these and of countries. */
    private final WordFilter filter;

    private Demonyms(String locale) {
        this.forms = DemonymForms.forLanguage(locale);
        TsvResource.forEachRow("known-names.tsv", this::addRow);
        CldrNames.forEachName(locale, this::addCountry);
        addLanguages(LocaleDisplayNames.getInstance(new ULocale(locale)));
        this.filter = new WordFilter(2 * (countries.size() + peoples.size()));
        peoples.keySet().forEach(filter::addKey);
        peoples.keySet().forEach(filter::addBeginning);
        countries.keySet().forEach(filter::addBeginning);
    }

    /** Returns the words of a language (BCP 47). */
    public static Demonyms forLanguage(String language) {
        return BY_LANGUAGE.computeIfAbsent(CldrNames.localeOf(LanguageTags.primarySubtag(language)), Demonyms::new);
    }

    /** Returns the ISO 3166-1 code of the country whose people, language or thing a word means, or {@link #NONE}. */
    public String countryOf(Word word) {
        return cache.getOrCompute(word);
    }

    private boolean maySay(Word word) {
        return filter.mayHold(word)
                || (forms.mayHaveForms(word)
                        && (forms.losesBeginning() || filter.mayHoldBeginning(word, WordFilter.BEGINNING)));
    }

    private String findCountry(String key) {
        String people = peoples.get(key);
        if (people != null) {
            return people;
        }
        return forms.formsOf(key)
                .map(form -> countries.getOrDefault(form, peoples.getOrDefault(form, NONE)))
                .filter(code -> !code.equals(NONE))
                .findFirst()
                .orElse(NONE);
    }

    private void addRow(List<String> fields) {
        NameKind kind = NameKind.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
        String code = fields.get(1);
        if ((kind == NameKind.DEMONYM || kind == NameKind.COUNTRY) && !code.equals("-")) {
            Map<String, String> words = kind == NameKind.DEMONYM ? peoples : countries;
            TsvResource.alternatives(fields.get(3)).forEach(spelling -> add(spelling, code, words));
            add(fields.get(2), code, words);
        }
    }

    private void addCountry(String spelling, GazetteerEntry name) {
        name.literal().ifPresent(code -> add(spelling, code, countries));
    }

    private void addLanguages(LocaleDisplayNames names) {
        for (String language : ULocale.getISOLanguages()) {
            String name = names.languageDisplayName(language);
            if (!name.equals(language)) {
                countryOf(language).ifPresent(code -> add(name, code, peoples));
            }
        }
    }

    /** Returns the country that a language is called after: most of those who speak Portuguese live in another one. */
    private static Optional<String> countryOf(String language) {
        LocaleDisplayNames english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        String code = language.equals(PORTUGUESE)
                ? "PT"
                : ULocale.addLikelySubtags(new ULocale(language)).getCountry();
        String country = english.regionDisplayName(code);
        boolean shared = country.regionMatches(0, english.languageDisplayName(language), 0, SHARED);
        return shared && !code.isEmpty() ? Optional.of(code) : Optional.empty();
    }

    private static void add(String spelling, String code, Map<String, String> words) {
        if (spelling.length() >= MIN_STEM_CHARS && spelling.indexOf(' ') < 0) {
            words.putIfAbsent(MatchKey.of(spelling), code);
        }
    }
}
