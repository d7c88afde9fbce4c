package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The different words of a text that have content, in the order of the text, with what tells a name. */
final class ContentWords {

    private static final int MAX_WORD_CHARS = 64;

    /** A word by its match key. */
    static final class Word {
        private final String key;
        private final int first;
        private boolean small;

        private Word(String key, int first) {
            this.key = key;
            this.first = first;
        }

        String key() {
            return key;
        }

        /** Returns the token where it is first met. */
        int firstToken() {
            return first;
        }
    }

    private final List<Word> words = new ArrayList<>();

    /**
     * Reads the words.
     *
     * @param stopWord which tokens are words without content
     */
    ContentWords(Tokens tokens, IntPredicate stopWord) {
        @Nullable Word[] met = new Word[tokens.distinctWordCount()];
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token) && !UnspacedText.isUnspaced(tokens, token)) {
                Word word = met[tokens.wordNumber(token)];
                if (word == null) {
                    word = new Word(tokens.key(token), token);
                    met[tokens.wordNumber(token)] = word;
                    words.add(word);
                }
                word.small = word.small || (tokens.isCased(token) && !tokens.isCapitalised(token));
            }
        }
        words.removeIf(word -> tokens.length(word.first) < 2
                || tokens.length(word.first) > MAX_WORD_CHARS
                || stopWord.test(word.first));
    }

    List<Word> allWords() {
        return words;
    }

    /** Returns whether the word may be a name: it has a capital wherever it stands, or its script has none. */
    boolean isNameLike(Word word) {
        return !word.small;
    }
}
