package dev.tidings.streams.enrich.name.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the reviewed lists beside these classes: fields between tabs, alternatives between bars, comments after #. */
final class TsvResource {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern BAR = Pattern.compile("\\|");

    private TsvResource() {}

    static void forEachRow(String resource, Consumer<List<String>> row) {
        InputStream bytes = Objects.requireNonNull(TsvResource.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(line -> List.of(TAB.split(line)))
                    .forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> alternatives(String field) {
        return BAR.splitAsStream(field);
    }
}
