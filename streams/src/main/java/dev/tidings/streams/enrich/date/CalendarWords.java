package dev.tidings.streams.enrich.date;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import dev.tidings.streams.enrich.token.Word;
import dev.tidings.text.language.LanguageTags;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The months of the Gregorian year and the days of the week as one language names them. Safe for any thread. */
public final class CalendarWords {

    /** What {@link #nameOf} says of any other word. */
    public static final String NONE = "";

    private static final DateFormatSymbols ENGLISH = new DateFormatSymbols(ULocale.ENGLISH);
    private static final Set<String> NAMES = Stream.of(ENGLISH.getMonths(), ENGLISH.getWeekdays())
            .flatMap(Stream::of)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, CalendarWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final DateLexicon lexicon;
    private final boolean capitals;

    private CalendarWords(String language) {
        this.lexicon = DateLexicon.forLanguage(language);
        String first = new DateFormatSymbols(new ULocale(language)).getMonths()[0];
        this.capitals = Character.isUpperCase(first.codePointAt(0));
    }

    /** Returns the words of a language (BCP 47). */
    public static CalendarWords forLanguage(String language) {
        return BY_LANGUAGE.computeIfAbsent(LanguageTags.primarySubtag(language), CalendarWords::new);
    }

    /**
     * Returns whether the language writes them with a capital, so that {@code may} and {@code march} are other words.
     */
    public boolean haveCapitals() {
        return capitals;
    }

    /** Returns the English name of the month or weekday that a word is, or {@link #NONE}. */
    public String nameOf(Word word) {
        DateWord meant = lexicon.meaningOf(word).alone().word();
        return switch (meant.kind()) {
            case MONTH -> meant.calendar() == DateCalendar.GREGORY ? ENGLISH.getMonths()[meant.value() - 1] : NONE;
            case WEEKDAY -> ENGLISH.getWeekdays()[meant.value() % 7 + 1];
            default -> NONE;
        };
    }

    /** Returns whether a name is one that {@link #nameOf} gives. */
    public static boolean isName(String name) {
        return NAMES.contains(name);
    }
}
