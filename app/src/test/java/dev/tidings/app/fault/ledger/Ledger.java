package dev.tidings.app.fault.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Every version of an article by its key {@code id#revision}: what it is, and where it has ended, as committed records
 * tell. Safe for use by several threads.
 */
public final class Ledger {

    private record Content(String uri, String sha256) {}

    private final Map<String, Content> published = new LinkedHashMap<>();
    private final Map<String, List<String>> versionsOf = new HashMap<>();
    private final Map<String, Integer> publications = new HashMap<>();
    private final Map<Place, Map<String, Integer>> ends = new EnumMap<>(Place.class);

    /** Notes a record of the raw topic. */
    public synchronized void notePublished(String version, String uri, String sha256) {
        if (published.put(version, new Content(uri, sha256)) == null) {
            versionsOf
                    .computeIfAbsent(Planned.contentOf(uri, sha256), content -> new ArrayList<>())
                    .add(version);
        }
        publications.merge(version, 1, Integer::sum);
    }

    /** Notes a record that says where a version has ended. */
    public synchronized void noteEnd(Place place, String version) {
        ends.computeIfAbsent(place, any -> new HashMap<>()).merge(version, 1, Integer::sum);
    }

    /** Returns whether a version stands in the raw topic. */
    public synchronized boolean isPublished(Planned planned) {
        return versionsOf.containsKey(planned.content());
    }

    /** Returns how many versions have ended. */
    public synchronized int endedCount() {
        return ends.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns how many have ended in a place. */
    public synchronized int count(Place place) {
        return endsIn(place).size();
    }

    /** Returns whether all that was planned is published, and all that is published has ended. */
    public synchronized boolean isSettled(Collection<Planned> plan) {
        return plan.stream().allMatch(this::isPublished)
                && published.keySet().stream().allMatch(version -> endsOf(version) > 0);
    }

    /** Holds everything against what was planned. */
    public synchronized Audit audit(Collection<Planned> plan, StoredVersions stored) {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        plan.forEach(planned -> checkPublication(planned, lost, doubled));
        published.keySet().forEach(version -> checkEnd(version, lost, doubled));
        checkStore(Place.ENRICHED, stored.articles(), lost, doubled);
        checkStore(Place.SUPPRESSED, stored.suppressed(), lost, doubled);
        checkPlaces(plan, wrong);
        return new Audit(plan.size(), lost, doubled, wrong);
    }

    private void checkPublication(Planned planned, List<String> lost, List<String> doubled) {
        int versions = versionsOf.getOrDefault(planned.content(), List.of()).size();
        if (versions == 0) {
            lost.add(planned.uri() + " is not in the raw topic");
        } else if (versions > 1) {
            doubled.add(planned.uri() + " has " + versions + " revisions of one content");
        }
    }

    private void checkEnd(String version, List<String> lost, List<String> doubled) {
        if (publications.getOrDefault(version, 0) > 1) {
            doubled.add(named(version) + " is in the raw topic " + publications.get(version) + " times");
        }
        int count = endsOf(version);
        if (count == 0) {
            lost.add(named(version) + " has no outcome");
        } else if (count > 1) {
            doubled.add(named(version) + " has " + count + " outcomes: " + placesOf(version));
        }
    }

    private void checkStore(Place place, List<String> stored, List<String> lost, List<String> doubled) {
        Set<String> rest = new HashSet<>(endsIn(place).keySet());
        Set<String> seen = new HashSet<>();
        for (String version : stored) {
            if (!seen.add(version) || !endsIn(place).containsKey(version)) {
                doubled.add(named(version) + " is in the store once more than " + place);
            }
            rest.remove(version);
        }
        rest.forEach(version -> lost.add(named(version) + " is " + place + " but not in the store"));
    }

    private void checkPlaces(Collection<Planned> plan, List<String> wrong) {
        Set<String> contents = new HashSet<>();
        Map<String, Planned> byUri = new HashMap<>();
        plan.forEach(planned -> {
            contents.add(planned.content());
            byUri.put(planned.uri(), planned);
        });
        published.forEach((version, content) -> {
            if (!contents.contains(Planned.contentOf(content.uri(), content.sha256()))) {
                wrong.add(named(version) + " was not planned");
            }
        });
        plan.forEach(planned -> versionsOf
                .getOrDefault(planned.content(), List.of())
                .forEach(version -> checkPlace(planned, byUri, version, wrong)));
    }

    private void checkPlace(Planned planned, Map<String, Planned> byUri, String version, List<String> wrong) {
        boolean right = switch (planned.ending()) {
            case PUBLISHED -> isOnlyIn(Place.ENRICHED, version);
            case DEAD -> isOnlyIn(Place.DEAD, version);
            case EITHER -> endsIn(Place.DEAD).get(version) == null;
            case ONE_OF_A_PAIR -> isSuppressed(planned) != isSuppressed(byUri.get(planned.partner()));
        };
        if (!right && endsOf(version) > 0) {
            wrong.add(named(version) + " should end " + planned.ending() + ", but is " + placesOf(version));
        }
    }

    private boolean isSuppressed(Planned planned) {
        return Objects.nonNull(planned)
                && versionsOf.getOrDefault(planned.content(), List.of()).stream()
                        .anyMatch(endsIn(Place.SUPPRESSED)::containsKey);
    }

    private boolean isOnlyIn(Place place, String version) {
        return endsIn(place).getOrDefault(version, 0) == endsOf(version);
    }

    private int endsOf(String version) {
        return ends.values().stream()
                .mapToInt(place -> place.getOrDefault(version, 0))
                .sum();
    }

    private Map<Place, Integer> placesOf(String version) {
        Map<Place, Integer> places = new EnumMap<>(Place.class);
        ends.forEach((place, versions) -> {
            if (versions.containsKey(version)) {
                places.put(place, versions.get(version));
            }
        });
        return places;
    }

    private Map<String, Integer> endsIn(Place place) {
        return ends.getOrDefault(place, Map.of());
    }

    private String named(String version) {
        Content content = published.get(version);
        return content == null ? version : content.uri() + " (" + version + ")";
    }
}
