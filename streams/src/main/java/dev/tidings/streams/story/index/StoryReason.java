package dev.tidings.streams.story.index;

import dev.tidings.streams.enrich.date.CalendarWords;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.story.feature.StoryTerm;
import java.util.Comparator;

/**
 * One thing that an article shares with a member of its story.
 *
 * @param kind what it is: never a word
 * @param value name as the article writes it, English label or country code, ISO date, or number
 * @param weight how much it counted, above 0: the rarer, the more
 */
public record StoryReason(StoryTerm.Kind kind, String value, double weight) {

    /** What tells a reader most goes first; as far as that is equal, by kind and value. */
    public static final Comparator<StoryReason> STRONGEST_FIRST = Comparator.comparingDouble(
                    StoryReason::readerStrength)
            .reversed()
            .thenComparing(StoryReason::kind)
            .thenComparing(StoryReason::value);

    private static final double CERTAIN = 1.5;
    private static final double COMMON_WORD = 0.5;

    /**
     * Returns how much it tells a reader, which is not how much it counted: a known entity or a day is what it says, a
     * name that both write may be no more than a word with a capital, and titles and months are beside every name.
     */
    private double readerStrength() {
        return weight
                * switch (kind) {
                    case ENTITY -> CalendarWords.isName(value) ? COMMON_WORD : CERTAIN;
                    case DAY -> CERTAIN;
                    case NAME -> NameFinder.isBesideNames(value) ? COMMON_WORD : 1;
                    case NUMBER, WORD -> 1;
                };
    }
}
