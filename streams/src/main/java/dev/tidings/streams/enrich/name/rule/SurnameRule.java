package dev.tidings.streams.enrich.name.rule;

import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Once a person is named in full, the last word of the name alone means the same person. */
public final class SurnameRule implements NameRule {

    private static final int MIN_SURNAME_CHARS = 3;

    @Override
    public void apply(NameMap names) {
        Tokens tokens = names.tokens();
        @Nullable NameCandidate[] bySurname = new NameCandidate[tokens.distinctWordCount()];
        if (!addSurnames(names, bySurname)) {
            return;
        }
        for (int token = 0; token < tokens.size(); token++) {
            NameCandidate person = tokens.isWord(token) ? bySurname[tokens.wordNumber(token)] : null;
            if (person != null && !names.isNamed(token) && isCasedAlike(tokens, token, person.last())) {
                names.add(new NameCandidate(
                        firstNameToken(names, token, person), token, NameKind.PERSON, person.known()));
            }
        }
    }

    /** The given names may be repeated with the surname. */
    private static int firstNameToken(NameMap names, int surname, NameCandidate person) {
        Tokens tokens = names.tokens();
        int first = surname;
        int full = person.last();
        while (full > person.first()
                && first > 0
                && !names.isNamed(first - 1)
                && tokens.wordNumber(first - 1) == tokens.wordNumber(full - 1)) {
            first--;
            full--;
        }
        return first;
    }

    /** Puts the first person with a surname at the number of its word; returns whether there is any. */
    private static boolean addSurnames(NameMap names, @Nullable NameCandidate[] bySurname) {
        boolean any = false;
        for (NameCandidate name : names.foundCandidates()) {
            int surname = names.tokens().wordNumber(name.last());
            boolean full = name.kind() == NameKind.PERSON && name.last() > name.first();
            if (full && bySurname[surname] == null && names.tokens().keyLength(name.last()) >= MIN_SURNAME_CHARS) {
                bySurname[surname] = name;
                any = true;
            }
        }
        return any;
    }

    private static boolean isCasedAlike(Tokens tokens, int token, int other) {
        return tokens.isCapitalised(token) == tokens.isCapitalised(other);
    }
}
