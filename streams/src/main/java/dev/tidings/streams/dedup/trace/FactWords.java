package dev.tidings.streams.dedup.trace;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.TokenKind;
import dev.tidings.text.language.LanguageTags;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import dev.tidings.text.script.CommonScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The words of a language that state facts: numbers written out (by the rules of CLDR), words that negate and phrases
 * that correct (by its language pack). What a language does not have is not found. Immutable, safe for any thread.
 */
final class FactWords {

    /** Nothing begins with the word. */
    static final int NONE = 0;
    /** The word negates. */
    static final int NEGATION = 1;
    /** A phrase that negates may begin with the word. */
    static final int NEGATING_PHRASE = 2;
    /** A phrase that corrects may begin with the word. */
    static final int CORRECTING_PHRASE = 4;
    /** A notice of correction may begin with the word. */
    static final int NOTICE = 8;
    /** The word is a number, whose code stands above this bit. */
    static final int NUMBER = 16;

    private static final int NUMBER_SHIFT = 5;

    private static final Map<String, FactWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private static final int MAX_SMALL_NUMBER = 20;
    private static final int MAX_NUMBER = 90;

    private final CommonScript script;
    private final HashTable words;
    /** By the hash of their first two words, or of the only one, where they stand in the list. */
    private final HashTable phrasePlaces;

    private final List<List<Phrase>> phrases = new ArrayList<>();

    private FactWords(String language) {
        Map<Long, Integer> flags = new HashMap<>();
        Map<Long, Integer> places = new HashMap<>();
        this.script = CommonScript.of(language, "");
        addNumbers(language, flags);
        LanguagePack pack = LanguagePack.of(language);
        addAll(pack.words(PackFile.CHANGES, "negation"), NEGATION, NEGATING_PHRASE, flags, places);
        addAll(pack.words(PackFile.CHANGES, "correction"), CORRECTING_PHRASE, CORRECTING_PHRASE, flags, places);
        addAll(pack.words(PackFile.CHANGES, "notice"), NOTICE, NOTICE, flags, places);
        this.words = new HashTable(flags);
        this.phrasePlaces = new HashTable(places);
    }

    /** Some words in a row. */
    private record Phrase(FoldedText words, int flag) {

        boolean standsAt(FoldedText text, int token) {
            if (token + words.size() > text.size()) {
                return false;
            }
            int equal = 0;
            while (equal < words.size() && words.tokenHash(equal) == text.tokenHash(token + equal)) {
                equal++;
            }
            return equal == words.size();
        }
    }

    /** Returns the words of a language (BCP 47), of whose tag the primary subtag counts. */
    static FactWords of(String language) {
        return BY_LANGUAGE.computeIfAbsent(LanguageTags.primarySubtag(language), FactWords::new);
    }

    private void addAll(
            List<String> texts, int single, int several, Map<Long, Integer> flags, Map<Long, Integer> places) {
        for (String text : texts) {
            FoldedText folded = FoldedText.of(script.convert(text));
            if (folded.size() > 0) {
                boolean alone = folded.size() == 1 && single != NOTICE;
                flags.merge(folded.tokenHash(0), alone ? single : several, (before, added) -> before | added);
                if (!alone) {
                    addPhrase(new Phrase(folded, several), places);
                }
            }
        }
    }

    private void addPhrase(Phrase phrase, Map<Long, Integer> places) {
        int place = places.computeIfAbsent(keyOf(phrase.words(), 0), any -> {
            phrases.add(new ArrayList<>());
            return phrases.size();
        });
        phrases.get(place - 1).add(phrase);
    }

    /** Many phrases begin with one word, few with two. */
    private static long keyOf(FoldedText text, int token) {
        return token + 1 < text.size() ? 31 * text.tokenHash(token) + text.tokenHash(token + 1) : text.tokenHash(token);
    }

    private void addNumbers(String language, Map<Long, Integer> flags) {
        RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(ULocale.forLanguageTag(language), RuleBasedNumberFormat.SPELLOUT);
        for (String rules : format.getRuleSetNames()) {
            if (rules.contains("cardinal")) {
                IntStream.rangeClosed(2, MAX_NUMBER)
                        .filter(number -> number <= MAX_SMALL_NUMBER || number % 10 == 0)
                        .forEach(number -> addNumber(format.format(number, rules), number, flags));
            }
        }
    }

    private void addNumber(String spelled, int number, Map<Long, Integer> flags) {
        FoldedText folded = FoldedText.of(script.convert(spelled));
        if (folded.size() == 1 && folded.tokenKind(0) == TokenKind.WORD) {
            flags.putIfAbsent(folded.tokenHash(0), NUMBER | StatedNumber.codeOf(number, 0) << NUMBER_SHIFT);
        }
    }

    /** Returns the flags of a word; {@link #NONE} for most. */
    int flagsOf(long hash) {
        return words.get(hash);
    }

    static int numberOf(int flags) {
        return flags >>> NUMBER_SHIFT;
    }

    /**
     * Returns the length in tokens of the phrase of a sort that stands at a token; 0 when none does.
     *
     * @param flag the sort
     */
    int phraseAt(FoldedText text, int token, int flag) {
        int ofTwo = longestAt(text, token, flag, phrasePlaces.get(keyOf(text, token)));
        return Math.max(ofTwo, longestAt(text, token, flag, phrasePlaces.get(text.tokenHash(token))));
    }

    private int longestAt(FoldedText text, int token, int flag, int place) {
        int longest = 0;
        if (place > 0) {
            for (Phrase phrase : phrases.get(place - 1)) {
                if (phrase.flag() == flag && phrase.standsAt(text, token)) {
                    longest = Math.max(longest, phrase.words().size());
                }
            }
        }
        return longest;
    }
}
