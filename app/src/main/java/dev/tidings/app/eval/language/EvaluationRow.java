package dev.tidings.app.eval.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * One row of a labelled file.
 *
 * @param language ISO 639-3 code
 * @param length length class, {@code headline} or {@code article}
 * @param text the text
 * @param source where it is from, empty where the file does not say
 */
public record EvaluationRow(String language, String length, String text, String source) {
    private static final int MIN_COLUMNS = 3;
    private static final int MAX_COLUMNS = 4;

    /** Refuses codes that are not ISO 639-3 and unknown length classes. */
    public EvaluationRow {
        if (!language.matches("[a-z]{3}")) {
            throw new IllegalArgumentException("'" + language + "' is not an ISO 639-3 code such as ckb");
        }
        if (!length.equals(LanguageEvaluation.HEADLINE) && !length.equals(LanguageEvaluation.ARTICLE)) {
            throw new IllegalArgumentException("the length class is '" + length + "', expected headline or article");
        }
    }

    /**
     * Reads a file of tab-separated rows, gzipped if its name ends in {@code .gz}.
     *
     * @throws IllegalArgumentException for a line that is not a row, naming file, line and what was expected
     */
    public static List<EvaluationRow> readRows(Path file) throws IOException {
        List<EvaluationRow> rows = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(openReader(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isEmpty()) {
                    rows.add(rowOf(file, number, line));
                }
            }
        }
        return rows;
    }

    private static InputStream openReader(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static EvaluationRow rowOf(Path file, int number, String line) {
        String[] columns = line.split("\t", -1);
        try {
            if (columns.length < MIN_COLUMNS || columns.length > MAX_COLUMNS) {
                throw new IllegalArgumentException(
                        columns.length + " columns, expected language, length class, text and perhaps a source");
            }
            String source = columns.length == MAX_COLUMNS ? columns[MAX_COLUMNS - 1] : "";
            return new EvaluationRow(columns[0], columns[1], columns[2], source);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
        }
    }
}
