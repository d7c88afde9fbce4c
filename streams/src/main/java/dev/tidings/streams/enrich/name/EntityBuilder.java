package dev.tidings.streams.enrich.name;

import dev.tidings.streams.enrich.name.lexicon.GazetteerEntry;
import dev.tidings.streams.enrich.name.lexicon.KnownPeople;
import dev.tidings.streams.enrich.name.lexicon.NameKind;
import dev.tidings.streams.enrich.name.rule.NameCandidate;
import dev.tidings.streams.enrich.token.Span;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.enrich.token.WordCache;
import dev.tidings.text.orthography.KurdishOrthography;
import dev.tidings.text.orthography.MatchKey;
import dev.tidings.text.orthography.PhoneticKey;
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

    private static final WordCache<String> KEYS = new WordCache<>(name -> orSpelling(bySound(name), name));
    private static final WordCache<String> KURDISH_KEYS =
            new WordCache<>(name -> orSpelling(bySound(KurdishOrthography.repairText(name)), name));

    private final Tokens tokens;
    private final KnownPeople people;
    private final boolean kurdish;

    EntityBuilder(Tokens tokens, KnownPeople people, boolean kurdish) {
        this.tokens = tokens;
        this.people = people;
        this.kurdish = kurdish;
    }

    FoundNames build(List<NameCandidate> nameCandidates) {
        List<NameCandidate> ordered = new ArrayList<>(nameCandidates);
        ordered.sort(
                Comparator.comparingInt(NameCandidate::first).thenComparingInt(nameCandidate -> -nameCandidate.last()));
        Map<String, List<NameCandidate>> groups = new LinkedHashMap<>();
        for (NameCandidate nameCandidate : ordered) {
            if (nameCandidate.kind() != NameKind.DEMONYM) {
                groups.computeIfAbsent(identityKey(nameCandidate, ordered), any -> new ArrayList<>())
                        .add(nameCandidate);
            }
        }
        int most = 1;
        for (List<NameCandidate> group : groups.values()) {
            most = Math.max(most, group.size());
        }
        List<NamedEntity> entities = new ArrayList<>(groups.size());
        for (List<NameCandidate> group : groups.values()) {
            entities.add(entity(group, most));
        }
        return new FoundNames(
                filterByKind(entities, kind -> kind == NameKind.PERSON),
                filterByKind(entities, kind -> kind == NameKind.ORGANISATION),
                filterByKind(entities, NameKind::isPlace));
    }

    private static List<NamedEntity> filterByKind(List<NamedEntity> entities, Predicate<NameKind> kinds) {
        return entities.stream().filter(entity -> kinds.test(entity.kind())).toList();
    }

    private String identityKey(NameCandidate nameCandidate, List<NameCandidate> all) {
        if (nameCandidate.known().isPresent()) {
            GazetteerEntry known = nameCandidate.known().get();
            return known.kind() + known.literal().orElse(known.label());
        }
        NameCandidate full = nameCandidate.kind() == NameKind.PERSON ? fullName(nameCandidate, all) : nameCandidate;
        return nameCandidate.kind() + MatchKey.of(tokens.text(), tokens.start(full.first()), tokens.end(full.last()));
    }

    /** The end of a name is the first person whose name ends so: Houten, Van Houten. */
    private NameCandidate fullName(NameCandidate nameCandidate, List<NameCandidate> all) {
        for (NameCandidate other : all) {
            boolean longer = other.last() - other.first() > nameCandidate.last() - nameCandidate.first();
            if (longer
                    && other.kind() == NameKind.PERSON
                    && other.known().isEmpty()
                    && endsWith(other, nameCandidate)) {
                return other;
            }
        }
        return nameCandidate;
    }

    private boolean endsWith(NameCandidate name, NameCandidate end) {
        for (int back = 0; back <= end.last() - end.first(); back++) {
            if (tokens.wordNumber(name.last() - back) != tokens.wordNumber(end.last() - back)) {
                return false;
            }
        }
        return true;
    }

    private NamedEntity entity(List<NameCandidate> group, int most) {
        NameCandidate longest = longest(group);
        List<Span> mentions = mentions(group);
        String name = tokens.surface(longest.first(), longest.last());
        Optional<GazetteerEntry> known = longest.known().or(() -> bySound(longest.kind(), name));
        return new NamedEntity(
                longest.kind(),
                name,
                known.map(GazetteerEntry::label),
                known.flatMap(GazetteerEntry::literal),
                matchKey(known.map(GazetteerEntry::label).orElse(name)),
                mentions,
                relevance(mentions, most));
    }

    /** Of equally long ones the first. */
    private static NameCandidate longest(List<NameCandidate> group) {
        NameCandidate longest = group.get(0);
        for (NameCandidate other : group) {
            longest = other.last() - other.first() > longest.last() - longest.first() ? other : longest;
        }
        return longest;
    }

    /** Two rules may have found one mention; these stand side by side. */
    private List<Span> mentions(List<NameCandidate> group) {
        List<Span> mentions = new ArrayList<>(group.size());
        for (NameCandidate name : group) {
            Span mention = tokens.spanOf(name.first(), name.last());
            if (mentions.isEmpty() || !mentions.get(mentions.size() - 1).equals(mention)) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private Optional<GazetteerEntry> bySound(NameKind kind, String name) {
        return kind == NameKind.PERSON ? people.findBySound(name, kurdish) : Optional.empty();
    }

    private double relevance(List<Span> mentions, int most) {
        double position =
                1 - (double) mentions.get(0).start() / Math.max(1, tokens.text().length());
        double weight = BY_COUNT * Math.min(1.0, (double) mentions.size() / most) + BY_POSITION * position;
        return Math.round(weight * 1000) / 1000.0;
    }

    private String matchKey(String name) {
        return (kurdish ? KURDISH_KEYS : KEYS).getOrCompute(name);
    }

    private static String bySound(String name) {
        Tokens words = Tokens.of(name);
        StringBuilder key = new StringBuilder();
        for (int word = 0; word < words.size(); word++) {
            String consonants = words.isWord(word)
                    ? PhoneticKey.of(words.surface(word, word)).consonants()
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
