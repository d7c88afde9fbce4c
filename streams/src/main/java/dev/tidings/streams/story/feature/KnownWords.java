package dev.tidings.streams.story.feature;

import dev.tidings.streams.enrich.date.CalendarWords;
import dev.tidings.streams.enrich.date.FoundDate;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.name.lexicon.Demonyms;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.text.pack.LanguagePack;
import java.util.BitSet;

/**
 * The words that by themselves say the same in every language without being a name: peoples, as their countries, and
 * months and weekdays of no certain day.
 */
final class KnownWords {

    private final Tokens tokens;
    private final Demonyms demonyms;
    private final CalendarWords calendar;
    private final boolean capitalPeoples;
    private final BitSet inDays = new BitSet();

    KnownWords(Tokens tokens, String language, FoundDates dates) {
        this.tokens = tokens;
        this.demonyms = Demonyms.forLanguage(language);
        this.calendar = CalendarWords.forLanguage(language);
        this.capitalPeoples = LanguagePack.of(language).isSet("capital-peoples");
        dates.mentions().stream()
                .filter(date -> date.day().isPresent())
                .map(FoundDate::span)
                .forEach(span -> inDays.set(span.start(), span.end()));
    }

    /**
     * Returns what a word says as an entity: the code of a country, or a month or weekday in English; else nothing.
     *
     * @param token where the word is first met
     * @param capital whether it has a capital wherever it stands, or its script has none
     */
    String entityOf(int token, boolean capital) {
        String people = capital || !capitalPeoples
                ? demonyms.countryOf(tokens.wordAt(tokens.wordNumber(token)))
                : Demonyms.NONE;
        boolean maybe = people.isEmpty() && (capital || !calendar.haveCapitals());
        // A day is a term of its own, and its month and weekday say nothing beside it.
        return maybe && !inDays.get(tokens.start(token))
                ? calendar.nameOf(tokens.wordAt(tokens.wordNumber(token)))
                : people;
    }
}
