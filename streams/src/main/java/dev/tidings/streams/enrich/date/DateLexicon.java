package dev.tidings.streams.enrich.date;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.streams.enrich.token.KeyCache;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.pack.LanguagePack;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of dates: names of months and weekdays from CLDR in many languages, and what CLDR lacks from the language
 * packs. A word that two languages use for different months counts only in a text of one of them.
 */
final class DateLexicon {

    /** A word and how many tokens it takes. */
    record Match(DateWord word, int tokens) {
        static final Match NONE = new Match(DateWord.NONE, 1);
    }

    /** What a word means by itself, and whether it begins a name of two words. */
    record Meaning(Match alone, boolean opensPair) {
        private static final Meaning NONE = new Meaning(Match.NONE, false);

        boolean isNone() {
            return alone.word().hasKind(Kind.NONE) && !opensPair;
        }
    }

    /** The CLDR locales by language, the one of its own first: {@code de}, {@code de_AT}. */
    private static final Map<String, List<String>> LOCALES = locales();

    private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};
    private static final int[] WIDTHS = {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED};
    private static final Map<String, DateLexicon> BY_LANGUAGE = new ConcurrentHashMap<>();
    /** About so many words are there in all languages together. */
    private static final int WORDS = 8_000;
    /** Lets through what is a word in any language. */
    private static final WordFilter FILTER = new WordFilter(WORDS);

    private static final DateLexicon COMMON = ofAllLocales();

    private final Map<String, DateWord> words = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    /** First words of the names that take two. */
    private final Set<String> openers = new HashSet<>();
    /** Asked for when all words are there. */
    private final KeyCache<Meaning> meanings = new KeyCache<>(this::meaning, DateLexicon::mayMean, Meaning.NONE);

    private DateLexicon() {}

    /** Returns the words as a text of a language means them (BCP 47). */
    static DateLexicon forLanguage(String language) {
        List<String> locales = LOCALES.get(LanguagePack.of(language).tag());
        return locales == null ? COMMON : BY_LANGUAGE.computeIfAbsent(locales.get(0), DateLexicon::ofLocale);
    }

    private static DateLexicon ofLocale(String locale) {
        DateLexicon lexicon = new DateLexicon();
        lexicon.addLocale(locale);
        lexicon.addAll(COMMON);
        return lexicon;
    }

    private static Map<String, List<String>> locales() {
        Map<String, List<String>> locales = new LinkedHashMap<>();
        LanguagePack.valuesOfAll("date-locales")
                .forEach((language, names) -> locales.put(language, List.of(names.split(" "))));
        return locales;
    }

    private static DateLexicon ofAllLocales() {
        DateLexicon lexicon = new DateLexicon();
        DateWords.forEachWord(lexicon::add);
        LOCALES.values().forEach(locales -> locales.forEach(lexicon::addLocale));
        lexicon.words.keySet().forEach(FILTER::addKey);
        lexicon.openers.forEach(FILTER::addKey);
        lexicon.words.keySet().removeAll(lexicon.ambiguous);
        return lexicon;
    }

    private static boolean mayMean(Word word) {
        return FILTER.mayHold(word) || Suffixes.mayLeave(word, FILTER);
    }

    /** Returns what a word means. */
    Meaning meaningOf(Word word) {
        return meanings.getOrCompute(word);
    }

    /** Returns what two words together mean. */
    DateWord meaningOfPair(String first, String second) {
        return findInflected(first + ' ' + second);
    }

    private Meaning meaning(String key) {
        DateWord word = findInflected(key);
        boolean opener = openers.contains(key);
        return word.hasKind(Kind.NONE) && !opener ? Meaning.NONE : new Meaning(matchOf(word), opener);
    }

    private static Match matchOf(DateWord word) {
        return word.hasKind(Kind.NONE) ? Match.NONE : new Match(word, 1);
    }

    /** Looks a word up, and again without the suffixes that Kurdish and Persian put on names. */
    private DateWord findInflected(String key) {
        DateWord word = words.get(key);
        if (word != null) {
            return word;
        }
        return Suffixes.stripSuffix(key)
                .map(words::get)
                .flatMap(Optional::ofNullable)
                .orElse(DateWord.NONE);
    }

    private void addLocale(String name) {
        ULocale locale = new ULocale(name);
        for (DateCalendar calendar : DateCalendar.values()) {
            DateFormatSymbols symbols = new DateFormatSymbols(new ULocale(name + "@calendar=" + calendar.cldrName()));
            addMonths(symbols, calendar);
        }
        addWeekdays(new DateFormatSymbols(locale));
    }

    private void addMonths(DateFormatSymbols symbols, DateCalendar calendar) {
        for (int context : CONTEXTS) {
            for (int width : WIDTHS) {
                String[] months = symbols.getMonths(context, width);
                for (int month = 0; month < 12; month++) {
                    add(months[month], new DateWord(Kind.MONTH, month + 1, calendar));
                }
            }
        }
    }

    private void addWeekdays(DateFormatSymbols symbols) {
        for (int context : CONTEXTS) {
            String[] days = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
            for (int day = 1; day <= 7; day++) {
                // ICU counts from Sunday, ISO from Monday.
                add(days[day], new DateWord(Kind.WEEKDAY, day == 1 ? 7 : day - 1, DateCalendar.GREGORY));
            }
        }
    }

    /** Adds a word unless it is known; one known with another meaning becomes ambiguous. */
    private void add(String name, DateWord word) {
        Tokens tokens = Tokens.of(name);
        String key = wordKeys(tokens);
        // CLDR numbers the months it has no names for: M01, 1.
        boolean named = word.hasKind(Kind.MONTH) || word.hasKind(Kind.WEEKDAY);
        if (key.length() < (named ? 2 : 1) || key.chars().anyMatch(Character::isDigit)) {
            return;
        }
        DateWord known = words.putIfAbsent(key, word);
        if (known != null && !known.equals(word) && known.kind() == word.kind()) {
            ambiguous.add(key);
        }
        if (known == null && key.indexOf(' ') > 0) {
            openers.add(key.substring(0, key.indexOf(' ')));
        }
    }

    private static String wordKeys(Tokens tokens) {
        StringBuilder keys = new StringBuilder();
        for (int token = 0; token < tokens.size(); token++) {
            if (!tokens.isSign(token)) {
                keys.append(keys.isEmpty() ? "" : " ").append(tokens.key(token));
            }
        }
        return keys.toString();
    }

    private void addAll(DateLexicon other) {
        other.words.forEach(words::putIfAbsent);
        openers.addAll(other.openers);
    }
}
