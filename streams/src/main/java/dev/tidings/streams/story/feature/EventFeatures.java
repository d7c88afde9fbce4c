package dev.tidings.streams.story.feature;

import java.util.List;

/**
 * The story features of an article: what tells its event, whatever its language. Lists are without repetitions, in the
 * order of the text.
 *
 * @param language primary language subtag, or und
 * @param script script (ISO 15924)
 * @param length characters of title and body, an ideograph as three
 * @param names words of names, each sound once
 * @param entities known countries, by their peoples and languages too (ISO 3166-1), people, organisations and places
 *     (English label), and months and weekdays of no certain day (in English)
 * @param days days it names, as days since 1970-01-01
 * @param numbers numbers above nine, years too; words of size counted in ({@code 1.5 million})
 * @param words content words, hashed; they compare within one language only
 */
public record EventFeatures(
        String language,
        String script,
        int length,
        List<EventName> names,
        List<String> entities,
        List<Integer> days,
        List<Double> numbers,
        List<Integer> words) {

    /** Freezes the lists. */
    public EventFeatures {
        names = List.copyOf(names);
        entities = List.copyOf(entities);
        days = List.copyOf(days);
        numbers = List.copyOf(numbers);
        words = List.copyOf(words);
    }
}
