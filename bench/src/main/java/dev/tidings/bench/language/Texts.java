package dev.tidings.bench.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Texts to identify, from rows of ISO 639-3 code, length class and text. */
final class Texts {
    private static final int ARTICLE_LENGTH = 3_000;

    private final List<Row> rows;

    /** A labelled text. */
    record Row(String language, String length, String text) {}

    private Texts(List<Row> rows) {
        this.rows = rows;
    }

    static Texts read(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
            return new Texts(reader.lines()
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Row(columns[0], columns[1], columns[2]))
                    .toList());
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** Returns up to {@code most} headlines, spread over the file. */
    List<String> headlines(int most) {
        List<String> all = rows.stream()
                .filter(row -> row.length().equals("headline"))
                .map(Row::text)
                .toList();
        return spread(all, most);
    }

    /** Returns up to {@code most} articles of about 3,000 characters, joined from rows of one language. */
    List<String> articles(int most) {
        Map<String, StringBuilder> open = new TreeMap<>();
        List<String> articles = new ArrayList<>();
        for (Row row : rows) {
            if (row.length().equals("article")) {
                StringBuilder article = open.computeIfAbsent(row.language(), language -> new StringBuilder());
                article.append(row.text()).append('\n');
                if (article.length() >= ARTICLE_LENGTH) {
                    articles.add(article.toString());
                    article.setLength(0);
                }
            }
        }
        return spread(articles, most);
    }

    private static List<String> spread(List<String> all, int most) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            chosen.add(all.get((int) ((long) i * all.size() / Math.min(most, all.size()))));
        }
        return chosen;
    }
}
