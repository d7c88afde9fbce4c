package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.date.FoundDate;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.name.FoundNames;
import dev.tidings.streams.enrich.name.NamedEntity;
import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.story.feature.ContentWords.Word;
import dev.tidings.text.language.LanguageCandidate;
import dev.tidings.text.language.LanguageTags;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Makes the story features of an article from its words, names and dates. Pure, safe for any thread, linear. */
public final class StoryFeatureBuilder {

    /** Name and version of the features; stored ones carry it. */
    public static final String VERSION = "event-features/5";

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int YEAR_DIGITS = 4;
    private static final int MAX_DAYS = 160;

    private final Tokens tokens;
    private final String language;
    private final UnspacedText unspaced;
    private final ContentWords words;
    private final IntPredicate stopWord;
    /** What known words say, by the number of the word. */
    private final Map<Integer, String> known = new LinkedHashMap<>();

    private StoryFeatureBuilder(Tokens tokens, String language, IntPredicate stopWord) {
        this.tokens = tokens;
        this.language = language.equals(LanguageCandidate.UNDETERMINED) ? "" : LanguageTags.primarySubtag(language);
        this.unspaced = UnspacedText.of(tokens);
        this.words = new ContentWords(tokens, unspaced, stopWord);
        this.stopWord = stopWord;
    }

    /**
     * Reads the features.
     *
     * @param tokens title and body
     * @param language language (BCP 47)
     * @param script script (ISO 15924)
     * @param names its names
     * @param dates its dates
     * @param stopWord which tokens are words without content
     */
    public static EventFeatures buildFeatures(
            Tokens tokens, String language, String script, FoundNames names, FoundDates dates, IntPredicate stopWord) {
        StoryFeatureBuilder reader = new StoryFeatureBuilder(tokens, language, stopWord);
        reader.readKnown(new KnownWords(tokens, reader.language, dates));
        return new EventFeatures(
                reader.language,
                script,
                reader.textLength(),
                EventNames.collectNames(reader.words, reader.knownWords(), reader.knownUnits(names), reader.language),
                reader.entityIds(names),
                eventDays(dates),
                reader.eventNumbers(dates),
                TermListBuilder.termsOf(tokens, reader.unspaced, reader.language, reader.stopWord));
    }

    /** Returns the match keys of all words and numbers of a text as its terms have them, common words too. */
    public static Set<String> termKeys(Tokens tokens) {
        return TermListBuilder.keysOf(tokens);
    }

    private void readKnown(KnownWords knownWords) {
        for (Word word : words.allWords()) {
            String entity = knownWords.entityOf(word.firstToken(), words.isNameLike(word));
            if (!entity.isEmpty()) {
                known.put(tokens.wordNumber(word.firstToken()), entity);
            }
        }
    }

    private List<String> entityIds(FoundNames names) {
        Set<String> identities = new LinkedHashSet<>();
        names.allEntities().filter(NamedEntity::isKnown).forEach(entity -> identities.add(entity.identityKey()));
        identities.addAll(known.values());
        return List.copyOf(identities);
    }

    /** An ideograph says as much as three letters. */
    private int textLength() {
        int length = 0;
        for (int token = 0; token < tokens.size(); token++) {
            length += tokens.length(token) + (tokens.text().charAt(tokens.start(token)) >= FIRST_IDEOGRAPH ? 2 : 1);
        }
        return length;
    }

    private BitSet knownUnits(FoundNames names) {
        BitSet units = new BitSet(tokens.text().length());
        names.allEntities().filter(NamedEntity::isKnown).forEach(entity -> {
            for (Span span : entity.mentions()) {
                units.set(span.start(), span.end());
            }
        });
        return units;
    }

    private BitSet knownWords() {
        BitSet numbers = new BitSet(tokens.distinctWordCount());
        known.keySet().forEach(numbers::set);
        return numbers;
    }

    private static List<Integer> eventDays(FoundDates dates) {
        return dates.mentions().stream()
                .flatMap(date -> date.day().stream())
                .map(day -> (int) day.toEpochDay())
                .distinct()
                .limit(MAX_DAYS)
                .toList();
    }

    /** Returns the numbers of the article. Days are terms of their own; the year of a date is a number beside them. */
    private List<Double> eventNumbers(FoundDates dates) {
        BitSet inDates = new BitSet(tokens.text().length());
        dates.mentions().stream().map(FoundDate::span).forEach(span -> inDates.set(span.start(), span.end()));
        return new NumberParser(tokens, NumberWords.of(language))
                .readNumbers(token -> inDates.get(tokens.start(token)) && tokens.length(token) != YEAR_DIGITS);
    }
}
