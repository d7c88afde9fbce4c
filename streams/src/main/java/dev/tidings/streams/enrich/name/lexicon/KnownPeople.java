package dev.tidings.streams.enrich.name.lexicon;

import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.WordCache;
import dev.tidings.text.orthography.KurdishOrthography;
import dev.tidings.text.orthography.PhoneticKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows people by the sound of their names, in whatever script a text writes them. */
public final class KnownPeople {

    private record Sound(List<PhoneticKey> words, GazetteerEntry name) {}

    private final Map<String, List<Sound>> bySurname = new HashMap<>();
    private final WordCache<Optional<GazetteerEntry>> kurdishNames =
            new WordCache<>(name -> findBySound(KurdishOrthography.repairText(name)));
    private final WordCache<Optional<GazetteerEntry>> otherNames = new WordCache<>(this::findBySound);

    void add(GazetteerEntry name) {
        List<PhoneticKey> words = phoneticKeys(name.label());
        bySurname
                .computeIfAbsent(words.get(words.size() - 1).consonants(), any -> new ArrayList<>(1))
                .add(new Sound(words, name));
    }

    /** Returns whose given name and surname a full name sounds like; asked for when all people are there. */
    public Optional<GazetteerEntry> findBySound(String fullName, boolean kurdish) {
        return (kurdish ? kurdishNames : otherNames).getOrCompute(fullName);
    }

    private Optional<GazetteerEntry> findBySound(String fullName) {
        List<PhoneticKey> words = phoneticKeys(fullName);
        if (words.size() < 2) {
            return Optional.empty();
        }
        PhoneticKey surname = words.get(words.size() - 1);
        return bySurname.getOrDefault(surname.consonants(), List.of()).stream()
                .filter(person -> person.words().get(0).matches(words.get(0)))
                .filter(person -> person.words().get(person.words().size() - 1).matches(surname))
                .map(Sound::name)
                .findFirst();
    }

    private static List<PhoneticKey> phoneticKeys(String name) {
        Tokens tokens = Tokens.of(name);
        List<PhoneticKey> words = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            if (tokens.isWord(token)) {
                words.add(PhoneticKey.of(tokens.surface(token, token)));
            }
        }
        return words;
    }
}
