package dev.tidings.streams.story.feature;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import dev.tidings.streams.enrich.token.KeyCache;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.streams.enrich.token.WordFilter;
import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of a language that multiply a number (million, Mrd., тыс., 万) and those that are one, from CLDR and the
 * language packs.
 */
final class NumberWords {

    private static final Map<String, NumberWords> BY_LANGUAGE = new ConcurrentHashMap<>();
    /** Words for per cent that stand before the number. */
    private static final Set<String> PERCENT_BEFORE = LanguagePack.wordsOfAll(PackFile.NUMBERS, "percent_before")
            .map(MatchKey::of)
            .collect(Collectors.toSet());

    private static final int[] AMOUNTS = {1, 2, 5};
    private static final int LARGEST = 12;
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private final Map<String, Double> multipliers = new HashMap<>();
    private final Set<String> percent = new HashSet<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final KeyCache<Integer> valueOf;

    private NumberWords(ULocale locale) {
        LanguagePack.of(locale.getLanguage()).rows(PackFile.NUMBERS).stream()
                .filter(row -> row.get(0).equals("multiplier"))
                .forEach(row -> LanguagePack.alternatives(row.get(2))
                        .forEach(word -> multipliers.put(MatchKey.of(word), Double.parseDouble(row.get(1)))));
        readMultipliers(NumberFormatter.with().notation(Notation.compactLong()).locale(locale));
        readMultipliers(NumberFormatter.with().notation(Notation.compactShort()).locale(locale));
        readPercent(NumberFormatter.withLocale(locale).unit(NoUnit.PERCENT).unitWidth(UnitWidth.FULL_NAME));
        readValues(new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT));
        WordFilter filter = new WordFilter(values.size());
        values.keySet().forEach(filter::addKey);
        this.valueOf = new KeyCache<>(key -> values.getOrDefault(key, 0), filter::mayHold, 0);
    }

    /** Returns the words of a language, by its primary subtag. */
    static NumberWords of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, primary -> new NumberWords(new ULocale(primary)));
    }

    /** Returns what a word multiplies a number by; 1 for any other word. */
    double multiplierOf(String key) {
        return multipliers.getOrDefault(key, 1.0);
    }

    /** Returns the number a word is; 0 for any other word. */
    int valueOf(Word word) {
        return valueOf.getOrCompute(word);
    }

    /** Returns whether a word after a number makes it a share of a hundred. */
    boolean isPercent(String key) {
        return percent.contains(key);
    }

    /** Returns whether a word before a number does. */
    static boolean isPercentBefore(String key) {
        return PERCENT_BEFORE.contains(key);
    }

    private void readPercent(LocalizedNumberFormatter format) {
        for (int amount : AMOUNTS) {
            Tokens tokens = Tokens.of(format.format(amount).toString());
            if (tokens.size() == 2 && tokens.isWord(1)) {
                percent.add(tokens.key(1));
            }
        }
    }

    private void readMultipliers(LocalizedNumberFormatter format) {
        for (int power = 3; power <= LARGEST; power++) {
            for (int amount : AMOUNTS) {
                double number = amount * Math.pow(TEN, power);
                readMultiplier(Tokens.of(format.format(number).toString()), number);
            }
        }
    }

    /** A number and one word; languages that say thousand millions say both words to a reader too. */
    private void readMultiplier(Tokens tokens, double number) {
        if (tokens.size() >= 2 && tokens.numericValue(0) > 0 && tokens.isWord(1) && !tokens.isWord(2)) {
            multipliers.putIfAbsent(tokens.key(1), number / tokens.numericValue(0));
        }
    }

    private void readValues(RuleBasedNumberFormat format) {
        for (int number = 2; number < HUNDRED; number += number < 2 * TEN ? 1 : TEN) {
            String key = MatchKey.of(format.format(number));
            if (key.codePoints().allMatch(Character::isLetter)) {
                values.putIfAbsent(key, number);
            }
        }
    }
}
