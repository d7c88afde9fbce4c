package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.lexicon.NameWord;
import dev.tidings.streams.enrich.name.lexicon.NameWords;
import dev.tidings.streams.enrich.name.lexicon.WordKind;
import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text with the names found so far; what the rules look at and add to. */
public final class NameMap {

    private final Tokens tokens;
    private final NameCandidate[] byToken;
    private final NameWord[] words;
    /** The kinds of all words, one bit each. */
    private final int kinds;

    private final List<NameCandidate> found = new ArrayList<>();

    public NameMap(Tokens tokens) {
        this.tokens = tokens;
        this.byToken = new NameCandidate[tokens.size()];
        this.words = new NameWord[tokens.distinctWordCount()];
        int bits = 0;
        for (int word = 0; word < words.length; word++) {
            words[word] = NameWords.findByWord(tokens.wordAt(word));
            bits |= words[word].inflected();
        }
        this.kinds = bits;
    }

    /**
     * Returns whether any word of the text is of a kind, as it stands or without a suffix: else a rule need not look.
     */
    boolean hasAny(WordKind kind) {
        return (kinds & kind.bitMask()) != 0;
    }

    Tokens tokens() {
        return tokens;
    }

    public List<NameCandidate> foundCandidates() {
        return found;
    }

    /** Adds a candidate; tokens that belong to another name already stay with it. */
    void add(NameCandidate nameCandidate) {
        found.add(nameCandidate);
        for (int token = nameCandidate.first(); token <= nameCandidate.last(); token++) {
            if (byToken[token] == null) {
                byToken[token] = nameCandidate;
            }
        }
    }

    Optional<NameCandidate> candidateAt(int token) {
        return tokens.hasToken(token) ? Optional.ofNullable(byToken[token]) : Optional.empty();
    }

    boolean isNamed(int token) {
        return tokens.hasToken(token) && byToken[token] != null;
    }

    boolean isNamed(int first, int last) {
        for (int token = first; token <= last; token++) {
            if (isNamed(token)) {
                return true;
            }
        }
        return false;
    }

    boolean isDemonym(int token) {
        return isNamed(token) && byToken[token].kind() == NameKind.DEMONYM;
    }

    /** Returns whether a word may be part of a person's name. */
    boolean isFree(int token) {
        return tokens.isWord(token) && byToken[token] == null && !word(token).hasKind(WordKind.FUNCTION);
    }

    boolean isWord(WordKind kind, int token) {
        return tokens.isWord(token) && word(token).hasKind(kind);
    }

    boolean isInflected(WordKind kind, int token) {
        return tokens.isWord(token) && word(token).isInflected(kind);
    }

    private NameWord word(int token) {
        return words[tokens.wordNumber(token)];
    }

    boolean isComma(int token) {
        if (!tokens.isSign(token)) {
            return false;
        }
        char sign = tokens.text().charAt(tokens.start(token));
        return sign == ',' || sign == '،';
    }
}
