package dev.tidings.app.eval.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads articles to evaluate: JSON Lines, as they are or gzipped, or a folder of text files without labels. */
public final class LabelledArticles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledArticles() {}

    /**
     * Returns the articles in stream order; those of one place in the order of the file.
     *
     * @throws IOException when the file cannot be read, or a line is no article, with its number
     */
    public static List<LabelledArticle> readArticles(Path file) throws IOException {
        return Files.isDirectory(file) ? readFolder(file) : readLines(file);
    }

    private static List<LabelledArticle> readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        List<LabelledArticle> articles = new ArrayList<>();
        for (Path file : files) {
            // Whatever the bytes are, they become text: this is for reading merges, not for publishing.
            String text = new String(Files.readAllBytes(file), UTF_8);
            String id = folder.relativize(file).toString();
            articles.add(new LabelledArticle(id, articles.size(), articles.size(), "", "", "", null, null, text));
        }
        return articles;
    }

    private static List<LabelledArticle> readLines(Path file) throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(openReader(file), UTF_8))) {
            String line = lines.readLine();
            for (int number = 1; line != null; number++) {
                if (!line.isBlank()) {
                    articles.add(articleOf(file, number, line));
                }
                line = lines.readLine();
            }
        }
        articles.sort(Comparator.comparingLong(LabelledArticle::seq));
        return articles;
    }

    private static InputStream openReader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static LabelledArticle articleOf(Path file, int number, String line) throws IOException {
        try {
            return JSON.readValue(line, LabelledArticle.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ", line " + number + ": not an article as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
