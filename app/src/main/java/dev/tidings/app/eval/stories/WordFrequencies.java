package dev.tidings.app.eval.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;
import dev.tidings.text.language.LanguageTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts in how many articles of each language a word stands, and writes those of common words as files of the language
 * packs. Without randomness: the same file gives the same tables.
 */
public final class WordFrequencies {

    /** Fewer articles say too little of a language. */
    static final int MIN_ARTICLES = 20;

    private static final int HUNDRED = 100;
    /** A word of fewer articles in a hundred is not common. */
    private static final int MIN_SHARE = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, Integer> articles = new HashMap<>();

    /**
     * Counts the words of a file and writes a table for each known language of enough articles.
     *
     * @param file JSON lines with {@code lang} (a tag, or ISO 639-3 and what follows a hyphen) and {@code text}
     * @param folder where a folder for each language is made, with {@code frequencies.tsv}
     * @return by language how many words its table has
     * @throws IOException when the file cannot be read, a line is no JSON, or a table cannot be written
     */
    public static Map<String, Integer> writeTables(Path file, Path folder) throws IOException {
        WordFrequencies frequencies = new WordFrequencies();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines.filter(text -> !text.isBlank())::iterator) {
                frequencies.countArticle(JSON.readTree(line));
            }
        }
        return frequencies.writeTables(folder);
    }

    private void countArticle(JsonNode line) {
        String primary = LanguageTags.primarySubtag(line.path("lang").asText());
        String language =
                LanguageTags.tagOf(primary).map(LanguageTags::primarySubtag).orElse(primary);
        Map<String, Integer> words = counts.computeIfAbsent(language, any -> new TreeMap<>());
        StoryFeatureBuilder.termKeys(Tokens.of(line.path("text").asText()))
                .forEach(word -> words.merge(word, 1, Integer::sum));
        articles.merge(language, 1, Integer::sum);
    }

    private Map<String, Integer> writeTables(Path folder) throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        for (Map.Entry<String, Map<String, Integer>> language : counts.entrySet()) {
            int total = articles.getOrDefault(language.getKey(), 0);
            if (total >= MIN_ARTICLES
                    && LanguageTags.iso639Of(language.getKey()).isPresent()) {
                Map<Integer, List<String>> byShare = byShare(language.getValue(), total);
                write(folder.resolve(language.getKey()), byShare);
                sizes.put(
                        language.getKey(),
                        byShare.values().stream().mapToInt(List::size).sum());
            }
        }
        return sizes;
    }

    /** Returns the common words by the articles in a hundred that have them, rounded down to five. */
    private static Map<Integer, List<String>> byShare(Map<String, Integer> words, int total) {
        Map<Integer, List<String>> byShare = new TreeMap<>(Comparator.reverseOrder());
        words.forEach((word, count) -> {
            int share = HUNDRED * count / total / 5 * 5;
            if (share >= MIN_SHARE && word.indexOf('|') < 0) {
                byShare.computeIfAbsent(share, any -> new ArrayList<>()).add(word);
            }
        });
        return byShare;
    }

    private static void write(Path folder, Map<Integer, List<String>> byShare) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# In how many of a hundred articles common words stand: number, words as match keys write them.");
        lines.add("# Made by tidings eval words of half of NTREX-128 (CC BY-SA 4.0), see NOTICE.");
        byShare.forEach((share, words) -> lines.add(share + "\t" + String.join("|", words)));
        Files.createDirectories(folder);
        Files.write(folder.resolve("frequencies.tsv"), lines);
    }
}
