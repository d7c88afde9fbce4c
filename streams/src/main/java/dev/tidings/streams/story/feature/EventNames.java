package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.story.feature.ContentWords.Word;
import dev.tidings.text.orthography.KurdishOrthography;
import dev.tidings.text.orthography.PackedSound;
import dev.tidings.text.orthography.PhoneticKey;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.BitSet;
import java.util.List;

/** Collects the words of an article that may be names, or parts of them, by their sounds. For one thread. */
final class EventNames {

    private static final int MIN_STEM_CHARS = 4;
    private static final int MIN_NAME_CONSONANTS = 2;
    private static final int MIN_UNCASED_NAME_CONSONANTS = 3;
    private static final int MIN_CROSS_LANGUAGE_CHARS = 4;
    private static final int MAX_CROSS_LANGUAGE_NAMES = 80;
    private static final int MIN_UNSPACED_NAME_CHARS = 3;
    private static final int MAX_NAMES = 160;

    private static final ThreadLocal<SoundCache> SOUNDS =
            ThreadLocal.withInitial(() -> new SoundCache(word -> soundOf(Romanizer.romanize(word))));
    private static final ThreadLocal<SoundCache> KURDISH_SOUNDS =
            ThreadLocal.withInitial(() -> new SoundCache(word -> soundOf(KurdishOrthography.repairText(word))));

    private final Tokens tokens;
    private final ContentWords words;
    private final BitSet knownWords;
    private final BitSet knownUnits;
    private final SoundCache sounds;
    private final boolean capitalNouns;
    private final List<String> articles;
    private final List<String> attached;
    private final NameSounds.Builder names = new NameSounds.Builder();

    private EventNames(ContentWords words, BitSet knownWords, BitSet knownUnits, String language) {
        this.tokens = words.tokens();
        this.words = words;
        this.knownWords = knownWords;
        this.knownUnits = knownUnits;
        this.sounds = (language.equals("ckb") ? KURDISH_SOUNDS : SOUNDS).get();
        this.capitalNouns = CapitalNouns.areIn(language);
        LanguagePack pack = LanguagePack.of(language);
        this.articles = pack.words(PackFile.AFFIXES, "article");
        this.attached = pack.words(PackFile.AFFIXES, "attached");
    }

    private static long soundOf(String word) {
        return PackedSound.pack(PhoneticKey.of(word), 0);
    }

    /**
     * Returns the names. Known ones are entities already; of the rest every word that may be part of a name, then those
     * that may cross.
     *
     * @param knownWords the numbers of the words that say something known
     * @param knownUnits the units of the text where known names stand
     * @param language primary language subtag, or nothing
     */
    static NameSounds collectNames(ContentWords words, BitSet knownWords, BitSet knownUnits, String language) {
        EventNames collected = new EventNames(words, knownWords, knownUnits, language);
        collected.addNameLikeWords();
        collected.addUnspacedWords();
        collected.addOtherWords();
        return collected.names.build();
    }

    private void addNameLikeWords() {
        for (Word word : words.allWords()) {
            int token = word.firstToken();
            if (names.size() < MAX_NAMES
                    && words.isNameLike(word)
                    && !knownUnits.get(tokens.start(token))
                    && !isKnown(word)) {
                addWord(token, tokens.isCased(token) ? MIN_NAME_CONSONANTS : MIN_UNCASED_NAME_CONSONANTS);
            }
        }
    }

    /** Where no blanks part words, the dictionary's words may be names: what it does not know above all. */
    private void addUnspacedWords() {
        for (UnspacedText.Run run : words.unspaced().runs()) {
            if (!knownUnits.get(tokens.start(run.firstToken()))) {
                run.words().forEach(this::addUnspacedWord);
            }
        }
    }

    private void addUnspacedWord(String word) {
        if (names.size() < MAX_NAMES && word.length() >= MIN_UNSPACED_NAME_CHARS) {
            addSound(word, 0, word.length(), 0, MIN_UNCASED_NAME_CONSONANTS);
        }
    }

    private void addOtherWords() {
        int most = names.size() + MAX_CROSS_LANGUAGE_NAMES;
        for (Word word : words.allWords()) {
            if (names.size() < most
                    && !words.isNameLike(word)
                    && tokens.length(word.firstToken()) > MIN_CROSS_LANGUAGE_CHARS
                    && !isKnown(word)) {
                addWord(word.firstToken(), MIN_CROSS_LANGUAGE_CHARS);
            }
        }
    }

    private boolean isKnown(Word word) {
        return knownWords.get(tokens.wordNumber(word.firstToken()));
    }

    /**
     * Adds a word. Arabic writes the article, and small words before it, as part of the next word; a word may also
     * begin like that.
     */
    private void addWord(int token, int minConsonants) {
        int start = tokens.start(token);
        int article = prefixLength(token, 2, articles);
        addSound(tokens.text(), start, tokens.end(token), article, minConsonants);
        if (article == 0 && tokens.length(token) > MIN_STEM_CHARS) {
            int small = prefixLength(token, 0, attached);
            if (small > 0) {
                addSound(tokens.text(), start, tokens.end(token), small, minConsonants);
            }
        }
    }

    /** Returns how long the first of the prefixes is with which a word begins, and more behind it; 0 without one. */
    private int prefixLength(int token, int minRest, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (tokens.length(token) > prefix.length() + minRest
                    && tokens.text().startsWith(prefix, tokens.start(token))) {
                return prefix.length();
            }
        }
        return 0;
    }

    private void addSound(String text, int start, int end, int prefix, int minConsonants) {
        long sound = sounds.getOrCompute(text, start + prefix, end);
        if (PackedSound.consonantCount(sound) >= minConsonants) {
            int written = WordCase.of(text.charAt(start), capitalNouns).tableIndex();
            names.addName(text, start, end, PackedSound.withFreeBits(sound, written));
        }
    }
}
