package dev.tidings.streams.enrich.date;

import dev.tidings.streams.enrich.date.DateWord.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Reads the reviewed list of date words: kind, value, calendar, words. */
final class DateWords {

    private static final String RESOURCE = "date-words.tsv";
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BAR = Pattern.compile("\\|");

    private DateWords() {}

    static void read(BiConsumer<String, DateWord> consumer) {
        try (InputStream resource = Objects.requireNonNull(DateWords.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .forEach(line -> read(line, consumer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(String line, BiConsumer<String, DateWord> consumer) {
        List<String> fields = List.of(TAB.split(line));
        DateWord word = new DateWord(
                Kind.valueOf(fields.get(0).toUpperCase(Locale.ROOT)),
                Integer.parseInt(fields.get(1)),
                DateCalendar.valueOf(fields.get(2).toUpperCase(Locale.ROOT)));
        BAR.splitAsStream(fields.get(3)).forEach(name -> consumer.accept(name, word));
    }
}
