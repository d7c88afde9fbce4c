package dev.tidings.text.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the files of languages: fields between tabs, comments after #. */
final class PackResources {

    private static final String FOLDER = "language/";
    private static final String INDEX = FOLDER + "index.tsv";
    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern SPACES = Pattern.compile("[\t ]+");

    private PackResources() {}

    /** Returns the languages of every index on the class path: the tag, then other tags of the same language. */
    static List<List<String>> index() {
        try {
            List<List<String>> languages = new ArrayList<>();
            for (URL index : Collections.list(loader().getResources(INDEX))) {
                try (InputStream bytes = index.openStream()) {
                    read(bytes, SPACES, languages);
                }
            }
            return languages;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + INDEX, e);
        }
    }

    /**
     * Returns the rows of a file; none when there is no such file.
     *
     * @throws IllegalStateException when a row has a single field, with the file's name
     */
    static List<List<String>> rows(String file) {
        try (InputStream bytes = loader().getResourceAsStream(FOLDER + file)) {
            List<List<String>> rows = new ArrayList<>();
            if (bytes != null) {
                read(bytes, TAB, rows);
            }
            if (rows.stream().anyMatch(row -> row.size() < 2)) {
                throw new IllegalStateException(FOLDER + file + " has a row without a tab");
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, e);
        }
    }

    private static void read(InputStream bytes, Pattern between, List<List<String>> rows) throws IOException {
        new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                .map(line -> List.of(between.split(line)))
                .forEach(rows::add);
    }

    private static ClassLoader loader() {
        return PackResources.class.getClassLoader();
    }
}
