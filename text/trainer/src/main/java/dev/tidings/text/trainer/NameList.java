package dev.tidings.text.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names that belong to no language: words that the lists of many languages hold with a capital and hardly any without.
 * Texts made of them teach the model to answer {@code und} to a bare list of names.
 */
final class NameList implements CorpusConsumer {
    private static final int MIN_NAME_CHARS = 3;
    private static final int MAX_NAME_CHARS = 15;
    private static final int MIN_LANGUAGES = 7;
    private static final int MAX_LOWERCASE_COUNT = 1;

    private final Map<String, Integer> capitalised = new HashMap<>();
    private final Map<String, Integer> lower = new HashMap<>();

    @Override
    public void acceptSentence(String text) {
        // Names are taken from word lists alone: a sentence begins with a capital whatever its first word is.
    }

    /** Notes a word; each language brings one list, in which a spelling stands once. */
    @Override
    public void acceptWord(String word, double weight) {
        if (word.length() < MIN_NAME_CHARS
                || word.length() > MAX_NAME_CHARS
                || !word.chars().allMatch(Character::isLetter)) {
            return;
        }
        String folded = word.toLowerCase(Locale.ROOT);
        if (folded.equals(word)) {
            lower.merge(folded, 1, Integer::sum);
        } else if (folded.substring(1).equals(word.substring(1))) {
            capitalised.merge(folded, 1, Integer::sum);
        }
    }

    void writeList(Path folder) throws IOException {
        Map<String, Integer> names = new TreeMap<>();
        capitalised.forEach((name, languages) -> {
            if (languages >= MIN_LANGUAGES && lower.getOrDefault(name, 0) <= MAX_LOWERCASE_COUNT) {
                names.put(name, languages);
            }
        });
        Files.createDirectories(folder);
        List<String> lines = names.entrySet().stream()
                .map(name -> name.getKey() + "\t" + name.getValue())
                .toList();
        Files.write(folder.resolve("word-lists.names"), lines, StandardCharsets.UTF_8);
    }
}
