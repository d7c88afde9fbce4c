package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.date.DateWord.Kind;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Reads the words of dates in all language packs: kind, value, calendar, words. */
final class DateWords {

    private DateWords() {}

    /** Gives every word with its meaning, those of one kind one after the other whatever their language. */
    static void forEachWord(BiConsumer<String, DateWord> consumer) {
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            LanguagePack.all().stream()
                    .flatMap(pack -> pack.rows(PackFile.DATES).stream())
                    .filter(row -> row.get(0).equals(name))
                    .forEach(row -> readRow(kind, row, consumer));
        }
    }

    private static void readRow(Kind kind, List<String> row, BiConsumer<String, DateWord> consumer) {
        DateWord word = new DateWord(
                kind,
                Integer.parseInt(row.get(1)),
                DateCalendar.valueOf(row.get(2).toUpperCase(Locale.ROOT)));
        LanguagePack.alternatives(row.get(3)).forEach(name -> consumer.accept(name, word));
    }
}
