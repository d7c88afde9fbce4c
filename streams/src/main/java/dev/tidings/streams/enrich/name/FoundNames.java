package dev.tidings.streams.enrich.name;

import java.util.List;
import java.util.stream.Stream;

/**
 * The names of a text, each list by first mention.
 *
 * @param people people
 * @param organisations organisations
 * @param places countries, cities and other places
 */
public record FoundNames(List<NamedEntity> people, List<NamedEntity> organisations, List<NamedEntity> places) {

    /** Freezes the lists. */
    public FoundNames {
        people = List.copyOf(people);
        organisations = List.copyOf(organisations);
        places = List.copyOf(places);
    }

    /** Returns all of them. */
    public Stream<NamedEntity> allEntities() {
        return Stream.of(people, organisations, places).flatMap(List::stream);
    }
}
