package dev.tidings.streams.story.index;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that an article shares with a member of its story.
 *
 * @param kind what it is
 * @param value name or word as the article writes it, English label or country code, ISO date, or number
 * @param weight how much it counted, above 0: the rarer, the more
 */
public record StoryReason(Kind kind, String value, double weight) {

    /** The strongest first; equally strong ones by kind and value. */
    public static final Comparator<StoryReason> STRONGEST_FIRST = Comparator.comparingDouble(StoryReason::weight)
            .reversed()
            .thenComparing(StoryReason::kind)
            .thenComparing(StoryReason::value);

    private static final double UNITS = 100;

    /** Rounds the weight to two digits: more says nothing. */
    public StoryReason {
        weight = Math.rint(weight * UNITS) / UNITS;
    }

    /** What a reason is. */
    public enum Kind {
        /** Word of a name. */
        NAME(0),
        /** Known country, person, organisation or place, or a month or weekday. */
        ENTITY(1),
        /** Day. */
        DAY(2),
        /** Number. */
        NUMBER(3),
        /** Word of their language with content. */
        WORD(4);

        private static final List<Kind> ALL = List.of(NAME, ENTITY, DAY, NUMBER, WORD);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Returns its number, by which it is stored. */
        public int code() {
            return code;
        }

        /** Returns the kind of a number. */
        public static Kind ofCode(int code) {
            return ALL.get(code);
        }
    }
}
