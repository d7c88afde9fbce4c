package dev.tidings.streams.story;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The different words of a text that have content, in the order of the text, with what tells a name. */
final class ContentWords {

    private static final int LONGEST_WORD = 64;

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
        int first() {
            return first;
        }
    }

    private final Map<String, Word> byKey = new LinkedHashMap<>();
    private final Tokens tokens;

    ContentWords(Tokens tokens, Predicate<String> stopWord) {
        this.tokens = tokens;
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token)) {
                add(token);
            }
        }
        byKey.values()
                .removeIf(word -> tokens.length(word.first) < 2
                        || tokens.length(word.first) > LONGEST_WORD
                        || stopWord.test(word.key));
    }

    private void add(int token) {
        Word word = byKey.computeIfAbsent(tokens.key(token), key -> new Word(key, token));
        word.small = word.small || (tokens.isCased(token) && !tokens.isCapitalised(token));
    }

    Collection<Word> all() {
        return byKey.values();
    }

    /** Returns whether the word may be a name: it has a capital wherever it stands, or its script has none. */
    boolean isNameLike(Word word) {
        return !word.small;
    }
}
