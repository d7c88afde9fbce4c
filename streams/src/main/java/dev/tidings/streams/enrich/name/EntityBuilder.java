package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.WordMemo;
import dev.tidings.text.orthography.KurdishOrthography;
import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.orthography.NameSkeleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gathers the mentions of one name into one entity and weighs it. */
final class EntityBuilder {

    private static final double BY_COUNT = 0.5;
    private static final double BY_POSITION = 0.5;

    private static final WordMemo<String> KEYS = new WordMemo<>(name -> orSpelling(bySound(name), name));
    private static final WordMemo<String> KURDISH_KEYS =
            new WordMemo<>(name -> orSpelling(bySound(KurdishOrthography.repair(name)), name));

    private final Tokens tokens;
    private final KnownPeople people;
    private final boolean kurdish;

    EntityBuilder(Tokens tokens, KnownPeople people, boolean kurdish) {
        this.tokens = tokens;
        this.people = people;
        this.kurdish = kurdish;
    }

    FoundNames build(List<Candidate> candidates) {
        List<Candidate> ordered = new ArrayList<>(candidates);
        ordered.sort(Comparator.comparingInt(Candidate::first).thenComparingInt(candidate -> -candidate.last()));
        Map<String, List<Candidate>> groups = new LinkedHashMap<>();
        for (Candidate candidate : ordered) {
            if (candidate.kind() != NameKind.DEMONYM) {
                groups.computeIfAbsent(identity(candidate, ordered), any -> new ArrayList<>())
                        .add(candidate);
            }
        }
        int most = 1;
        for (List<Candidate> group : groups.values()) {
            most = Math.max(most, group.size());
        }
        List<NamedEntity> entities = new ArrayList<>(groups.size());
        for (List<Candidate> group : groups.values()) {
            entities.add(entity(group, most));
        }
        return new FoundNames(
                only(entities, kind -> kind == NameKind.PERSON),
                only(entities, kind -> kind == NameKind.ORGANISATION),
                only(entities, NameKind::isPlace));
    }

    private static List<NamedEntity> only(List<NamedEntity> entities, Predicate<NameKind> kinds) {
        return entities.stream().filter(entity -> kinds.test(entity.kind())).toList();
    }

    private String identity(Candidate candidate, List<Candidate> all) {
        if (candidate.known().isPresent()) {
            KnownName known = candidate.known().get();
            return known.kind() + known.literal().orElse(known.label());
        }
        Candidate full = candidate.kind() == NameKind.PERSON ? fullName(candidate, all) : candidate;
        return candidate.kind() + MatchKey.of(tokens.text(), tokens.start(full.first()), tokens.end(full.last()));
    }

    /** The end of a name is the first person whose name ends so: Houten, Van Houten. */
    private Candidate fullName(Candidate candidate, List<Candidate> all) {
        for (Candidate other : all) {
            boolean longer = other.last() - other.first() > candidate.last() - candidate.first();
            if (longer && other.kind() == NameKind.PERSON && other.known().isEmpty() && endsWith(other, candidate)) {
                return other;
            }
        }
        return candidate;
    }

    private boolean endsWith(Candidate name, Candidate end) {
        for (int back = 0; back <= end.last() - end.first(); back++) {
            if (tokens.word(name.last() - back) != tokens.word(end.last() - back)) {
                return false;
            }
        }
        return true;
    }

    private NamedEntity entity(List<Candidate> group, int most) {
        Candidate longest = longest(group);
        List<Span> mentions = mentions(group);
        String name = tokens.surface(longest.first(), longest.last());
        Optional<KnownName> known = longest.known().or(() -> bySound(longest.kind(), name));
        return new NamedEntity(
                longest.kind(),
                name,
                known.map(KnownName::label),
                known.flatMap(KnownName::literal),
                matchKey(known.map(KnownName::label).orElse(name)),
                mentions,
                relevance(mentions, most));
    }

    /** Of equally long ones the first. */
    private static Candidate longest(List<Candidate> group) {
        Candidate longest = group.get(0);
        for (Candidate other : group) {
            longest = other.last() - other.first() > longest.last() - longest.first() ? other : longest;
        }
        return longest;
    }

    /** Two rules may have found one mention; these stand side by side. */
    private List<Span> mentions(List<Candidate> group) {
        List<Span> mentions = new ArrayList<>(group.size());
        for (Candidate name : group) {
            Span mention = tokens.spanOf(name.first(), name.last());
            if (mentions.isEmpty() || !mentions.get(mentions.size() - 1).equals(mention)) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private Optional<KnownName> bySound(NameKind kind, String name) {
        return kind == NameKind.PERSON ? people.like(name, kurdish) : Optional.empty();
    }

    private double relevance(List<Span> mentions, int most) {
        double position =
                1 - (double) mentions.get(0).start() / Math.max(1, tokens.text().length());
        double weight = BY_COUNT * Math.min(1.0, (double) mentions.size() / most) + BY_POSITION * position;
        return Math.round(weight * 1000) / 1000.0;
    }

    private String matchKey(String name) {
        return (kurdish ? KURDISH_KEYS : KEYS).of(name);
    }

    private static String bySound(String name) {
        Tokens words = Tokens.of(name);
        StringBuilder key = new StringBuilder();
        for (int word = 0; word < words.size(); word++) {
            String consonants = words.isWord(word)
                    ? NameSkeleton.of(words.surface(word, word)).consonants()
                    : "";
            if (!consonants.isEmpty()) {
                key.append(key.isEmpty() ? "" : "-").append(consonants);
            }
        }
        return key.toString();
    }

    private static String orSpelling(String key, String name) {
        return key.isEmpty() ? MatchKey.of(name) : key;
    }
}
