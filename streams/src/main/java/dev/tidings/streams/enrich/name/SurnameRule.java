package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Once a person is named in full, the last word of the name alone means the same person. */
final class SurnameRule implements NameRule {

    private static final int SHORTEST = 3;

    @Override
    public void apply(NameMap names) {
        Map<String, Candidate> bySurname = surnames(names);
        if (bySurname.isEmpty()) {
            return;
        }
        Tokens tokens = names.tokens();
        for (int token = 0; token < tokens.size(); token++) {
            Candidate person = tokens.isWord(token) ? bySurname.get(tokens.key(token)) : null;
            if (person != null && !names.isNamed(token) && isCasedAlike(tokens, token, person.last())) {
                names.add(new Candidate(first(names, token, person), token, NameKind.PERSON, person.known()));
            }
        }
    }

    /** The given names may be repeated with the surname. */
    private static int first(NameMap names, int surname, Candidate person) {
        Tokens tokens = names.tokens();
        int first = surname;
        int full = person.last();
        while (full > person.first()
                && first > 0
                && !names.isNamed(first - 1)
                && tokens.key(first - 1).equals(tokens.key(full - 1))) {
            first--;
            full--;
        }
        return first;
    }

    private static Map<String, Candidate> surnames(NameMap names) {
        Map<String, Candidate> bySurname = new HashMap<>();
        for (Candidate name : List.copyOf(names.found())) {
            String key = names.tokens().key(name.last());
            if (name.kind() == NameKind.PERSON && name.last() > name.first() && key.length() >= SHORTEST) {
                bySurname.putIfAbsent(key, name);
            }
        }
        return bySurname;
    }

    private static boolean isCasedAlike(Tokens tokens, int token, int other) {
        return tokens.isCapitalised(token) == tokens.isCapitalised(other);
    }
}
