package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text with the names found so far; what the rules look at and add to. */
final class NameMap {

    private final Tokens tokens;
    private final Candidate[] byToken;
    private final NameWord[] words;
    private final List<Candidate> found = new ArrayList<>();

    NameMap(Tokens tokens) {
        this.tokens = tokens;
        this.byToken = new Candidate[tokens.size()];
        this.words = new NameWord[tokens.words()];
        for (int word = 0; word < words.length; word++) {
            words[word] = NameWords.of(tokens.keyOf(word));
        }
    }

    Tokens tokens() {
        return tokens;
    }

    List<Candidate> found() {
        return found;
    }

    /** Adds a candidate; tokens that are somebody's already stay his. */
    void add(Candidate candidate) {
        found.add(candidate);
        for (int token = candidate.first(); token <= candidate.last(); token++) {
            if (byToken[token] == null) {
                byToken[token] = candidate;
            }
        }
    }

    Optional<Candidate> at(int token) {
        return tokens.has(token) ? Optional.ofNullable(byToken[token]) : Optional.empty();
    }

    boolean isNamed(int token) {
        return tokens.has(token) && byToken[token] != null;
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
        return at(token).filter(name -> name.kind() == NameKind.DEMONYM).isPresent();
    }

    /** Returns whether a word may be part of a person's name. */
    boolean isFree(int token) {
        return tokens.isWord(token) && byToken[token] == null && !word(token).is(WordKind.FUNCTION);
    }

    boolean isWord(WordKind kind, int token) {
        return tokens.isWord(token) && word(token).is(kind);
    }

    boolean isInflected(WordKind kind, int token) {
        return tokens.isWord(token) && word(token).isInflected(kind);
    }

    private NameWord word(int token) {
        return words[tokens.word(token)];
    }

    boolean isComma(int token) {
        return tokens.isSign(token, ',') || tokens.isSign(token, '،');
    }
}
