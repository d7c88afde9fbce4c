package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import java.util.List;
import java.util.Set;

/**
 * The story features of an article: what tells its event, whatever its language. Lists are without repetitions, in the
 * order of the text.
 *
 * @param language primary language subtag, or und
 * @param script script (ISO 15924)
 * @param length characters of title and body, an ideograph as three
 * @param names words that may be names, by their sounds
 * @param entities known countries, by their peoples and languages too (ISO 3166-1), people, organisations and places
 *     (English label), and months and weekdays of no certain day (in English)
 * @param days days it names, as days since 1970-01-01
 * @param numbers numbers above nine, years too; words of size counted in ({@code 1.5 million})
 * @param terms words, names and numbers that compare within the language
 */
public record EventFeatures(
        String language,
        String script,
        int length,
        NameSounds names,
        List<String> entities,
        List<Integer> days,
        List<Double> numbers,
        TermList terms) {

    private static final Set<String> CASED_SCRIPTS = Set.of("Latn", "Cyrl", "Grek", "Armn");

    /** Freezes the lists. */
    public EventFeatures {
        entities = List.copyOf(entities);
        days = List.copyOf(days);
        numbers = List.copyOf(numbers);
    }

    /** Returns whether capitals mark names in the language, and names alone. */
    public boolean marksNames() {
        return CASED_SCRIPTS.contains(script) && !CapitalNouns.areIn(language);
    }
}
