package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.WordMemo;
import dev.tidings.text.orthography.KurdishOrthography;
import dev.tidings.text.orthography.NameSkeleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows people by the sound of their names, in whatever script a text writes them. */
final class KnownPeople {

    private record Sound(List<NameSkeleton> words, KnownName name) {}

    private final Map<String, List<Sound>> bySurname = new HashMap<>();
    private final WordMemo<Optional<KnownName>> kurdishNames =
            new WordMemo<>(name -> like(KurdishOrthography.repair(name)));
    private final WordMemo<Optional<KnownName>> otherNames = new WordMemo<>(this::like);

    void add(KnownName name) {
        List<NameSkeleton> words = words(name.label());
        bySurname
                .computeIfAbsent(words.get(words.size() - 1).consonants(), any -> new ArrayList<>(1))
                .add(new Sound(words, name));
    }

    /** Returns whose given name and surname a full name sounds like; asked for when all people are there. */
    Optional<KnownName> like(String fullName, boolean kurdish) {
        return (kurdish ? kurdishNames : otherNames).of(fullName);
    }

    private Optional<KnownName> like(String fullName) {
        List<NameSkeleton> words = words(fullName);
        if (words.size() < 2) {
            return Optional.empty();
        }
        NameSkeleton surname = words.get(words.size() - 1);
        return bySurname.getOrDefault(surname.consonants(), List.of()).stream()
                .filter(person -> person.words().get(0).matches(words.get(0)))
                .filter(person -> person.words().get(person.words().size() - 1).matches(surname))
                .map(Sound::name)
                .findFirst();
    }

    private static List<NameSkeleton> words(String name) {
        Tokens tokens = Tokens.of(name);
        List<NameSkeleton> words = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token)) {
                words.add(NameSkeleton.of(tokens.surface(token, token)));
            }
        }
        return words;
    }
}
