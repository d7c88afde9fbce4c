package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The different words of a text that have content, in the order of the text, with what tells a name. */
final class ContentWords {

    private static final int MAX_WORD_CHARS = 64;

    /** A word, one for all that share a match key. */
    static final class Word {
        private final int first;
        private boolean small;

        private Word(int first) {
            this.first = first;
        }

        /** Returns the token where it is first met. */
        int firstToken() {
            return first;
        }
    }

    private final Tokens tokens;
    private final UnspacedText unspaced;
    private final List<Word> words = new ArrayList<>();

    /**
     * Reads the words.
     *
     * @param unspaced what of the text has no blanks between words; its tokens are left out
     * @param stopWord which tokens are words without content
     */
    ContentWords(Tokens tokens, UnspacedText unspaced, IntPredicate stopWord) {
        this.tokens = tokens;
        this.unspaced = unspaced;
        @Nullable Word[] met = new Word[tokens.distinctWordCount()];
        int from = 0;
        for (UnspacedText.Run run : unspaced.runs()) {
            readWords(from, run.firstToken(), met);
            from = run.endToken();
        }
        readWords(from, tokens.size(), met);
        words.removeIf(word -> tokens.length(word.first) < 2
                || tokens.length(word.first) > MAX_WORD_CHARS
                || stopWord.test(word.first));
    }

    private void readWords(int from, int end, @Nullable Word[] met) {
        for (int token = from; token < end; token++) {
            if (tokens.isWord(token)) {
                Word word = met[tokens.wordNumber(token)];
                if (word == null) {
                    word = new Word(token);
                    met[tokens.wordNumber(token)] = word;
                    words.add(word);
                }
                word.small = word.small || (tokens.isCased(token) && !tokens.isCapitalised(token));
            }
        }
    }

    /** Returns the text they are of. */
    Tokens tokens() {
        return tokens;
    }

    /** Returns what of the text has no blanks between words. */
    UnspacedText unspaced() {
        return unspaced;
    }

    List<Word> allWords() {
        return words;
    }

    /** Returns whether the word may be a name: it has a capital wherever it stands, or its script has none. */
    boolean isNameLike(Word word) {
        return !word.small;
    }
}
