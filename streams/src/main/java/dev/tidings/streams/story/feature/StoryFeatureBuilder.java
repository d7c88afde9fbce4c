package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.date.FoundDate;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.name.FoundNames;
import dev.tidings.streams.enrich.name.NamedEntity;
import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.WordCache;
import dev.tidings.streams.story.feature.ContentWords.Word;
import dev.tidings.text.language.LanguageCandidate;
import dev.tidings.text.language.LanguageTags;
import dev.tidings.text.orthography.KurdishOrthography;
import dev.tidings.text.orthography.PhoneticKey;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Makes the story features of an article from its words, names and dates. Pure, safe for any thread, linear. */
public final class StoryFeatureBuilder {

    /** Name and version of the features; stored ones carry it. */
    public static final String VERSION = "event-features/4";

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int MIN_STEM_CHARS = 4;
    private static final int YEAR_DIGITS = 4;
    private static final int MIN_NAME_CHARS = 2;
    private static final int MIN_CROSS_LANGUAGE_CHARS = 4;
    private static final int MAX_CROSS_LANGUAGE_NAMES = 80;
    private static final int MIN_UNCASED_NAME_CHARS = 3;
    private static final int MIN_UNSPACED_NAME_CHARS = 3;
    private static final int MAX_NAMES = 160;

    private static final WordCache<PhoneticKey> SKELETONS =
            new WordCache<>(word -> PhoneticKey.of(Romanizer.romanize(word)));
    private static final WordCache<PhoneticKey> KURDISH_SKELETONS =
            new WordCache<>(word -> PhoneticKey.of(KurdishOrthography.repairText(word)));

    private final Tokens tokens;
    private final String language;
    private final ContentWords words;
    private final IntPredicate stopWord;
    private final boolean kurdish;
    private final boolean capitalNouns;
    private final List<String> articles;
    private final List<String> attached;
    /** What known words say, by the number of the word. */
    private final Map<Integer, String> known = new LinkedHashMap<>();

    private StoryFeatureBuilder(Tokens tokens, String language, IntPredicate stopWord) {
        this.tokens = tokens;
        this.language = language.equals(LanguageCandidate.UNDETERMINED) ? "" : LanguageTags.primarySubtag(language);
        this.words = new ContentWords(tokens, stopWord);
        this.stopWord = stopWord;
        this.kurdish = this.language.equals("ckb");
        this.capitalNouns = CapitalNouns.areIn(this.language);
        LanguagePack pack = LanguagePack.of(this.language);
        this.articles = pack.words(PackFile.AFFIXES, "article");
        this.attached = pack.words(PackFile.AFFIXES, "attached");
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
                reader.eventNames(knownUnits(names)),
                reader.entityIds(names),
                eventDays(dates),
                reader.eventNumbers(dates),
                TermListBuilder.termsOf(tokens, reader.language, reader.stopWord));
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
        return Stream.concat(
                        names.allEntities().filter(NamedEntity::isKnown).map(NamedEntity::identityKey),
                        known.values().stream())
                .distinct()
                .toList();
    }

    /** An ideograph says as much as three letters. */
    private int textLength() {
        int length = 0;
        for (int token = 0; token < tokens.size(); token++) {
            length += tokens.length(token) + (tokens.text().charAt(tokens.start(token)) >= FIRST_IDEOGRAPH ? 2 : 1);
        }
        return length;
    }

    private static BitSet knownUnits(FoundNames names) {
        BitSet units = new BitSet();
        names.allEntities()
                .filter(NamedEntity::isKnown)
                .flatMap(entity -> entity.mentions().stream())
                .forEach(span -> units.set(span.start(), span.end()));
        return units;
    }

    /**
     * Known names are entities already; of the rest every word that may be part of a name, then those that may cross.
     */
    private NameSounds eventNames(BitSet knownUnits) {
        NameSounds.Builder names = new NameSounds.Builder();
        for (Word word : words.allWords()) {
            int token = word.firstToken();
            if (names.size() < MAX_NAMES
                    && words.isNameLike(word)
                    && !knownUnits.get(tokens.start(token))
                    && !isKnown(word)) {
                addName(token, tokens.isCased(token) ? MIN_NAME_CHARS : MIN_UNCASED_NAME_CHARS, names);
            }
        }
        addUnspacedNames(knownUnits, names);
        int most = names.size() + MAX_CROSS_LANGUAGE_NAMES;
        for (Word word : words.allWords()) {
            if (names.size() < most
                    && !words.isNameLike(word)
                    && tokens.length(word.firstToken()) > MIN_CROSS_LANGUAGE_CHARS
                    && !isKnown(word)) {
                addName(word.firstToken(), MIN_CROSS_LANGUAGE_CHARS, names);
            }
        }
        return names.build();
    }

    /** Where no blanks part words, the dictionary's words may be names: what it does not know above all. */
    private void addUnspacedNames(BitSet knownUnits, NameSounds.Builder names) {
        int token = 0;
        while (token < tokens.size()) {
            int end = UnspacedText.endOfRun(tokens, token);
            if (end > token && !knownUnits.get(tokens.start(token))) {
                UnspacedText.forEachWord(tokens.surface(token, end - 1), word -> {
                    if (names.size() < MAX_NAMES && word.length() >= MIN_UNSPACED_NAME_CHARS) {
                        addSound(word, word, MIN_UNCASED_NAME_CHARS, names);
                    }
                });
            }
            token = Math.max(end, token + 1);
        }
    }

    private boolean isKnown(Word word) {
        return known.containsKey(tokens.wordNumber(word.firstToken()));
    }

    private void addName(int token, int shortest, NameSounds.Builder names) {
        String surface = tokens.surface(token, token);
        for (String word : nameForms(surface)) {
            addSound(surface, word, shortest, names);
        }
    }

    private void addSound(String surface, String word, int shortest, NameSounds.Builder names) {
        PhoneticKey sound = (kurdish ? KURDISH_SKELETONS : SKELETONS).getOrCompute(word);
        if (sound.consonants().length() >= shortest) {
            names.addName(surface, sound, WordCase.of(surface, capitalNouns));
        }
    }

    /**
     * Arabic writes the article, and small words before it, as part of the next word; a word may also begin like that.
     */
    private List<String> nameForms(String word) {
        for (String article : articles) {
            if (word.length() > article.length() + 2 && word.startsWith(article)) {
                return List.of(word.substring(article.length()));
            }
        }
        for (String small : attached) {
            if (word.length() > MIN_STEM_CHARS && word.startsWith(small)) {
                return List.of(word, word.substring(small.length()));
            }
        }
        return List.of(word);
    }

    private static List<Integer> eventDays(FoundDates dates) {
        return dates.mentions().stream()
                .flatMap(date -> date.day().stream())
                .map(day -> (int) day.toEpochDay())
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    /** Returns the numbers of the article. Days are terms of their own; the year of a date is a number beside them. */
    private List<Double> eventNumbers(FoundDates dates) {
        BitSet inDates = new BitSet();
        dates.mentions().stream().map(FoundDate::span).forEach(span -> inDates.set(span.start(), span.end()));
        return new NumberParser(tokens, NumberWords.of(language))
                .readNumbers(token -> inDates.get(tokens.start(token)) && tokens.length(token) != YEAR_DIGITS);
    }
}
