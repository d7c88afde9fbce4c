package dev.tidings.text.trainer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences and words of one source in one language, on their way into the trainer's folder. */
final class SourceText implements CorpusConsumer {
    private static final int MIN_LETTERS = 8;

    private final HeldOutText heldOutText;
    private final Set<String> sentences = new LinkedHashSet<>();
    private final Map<String, Double> words = new LinkedHashMap<>();

    SourceText(HeldOutText heldOutText) {
        this.heldOutText = heldOutText;
    }

    @Override
    public void acceptSentence(String text) {
        String clean = text.replaceAll("\\s+", " ").strip();
        if (clean.codePoints().filter(Character::isLetter).count() >= MIN_LETTERS
                && !heldOutText.sharesTextWith(clean)) {
            sentences.add(clean);
        }
    }

    @Override
    public void acceptWord(String word, double weight) {
        if (!word.isBlank()) {
            words.merge(word.strip(), weight, Double::sum);
        }
    }

    void writeFiles(Path name, int mostSentences) throws IOException {
        Files.createDirectories(name.toAbsolutePath().getParent());
        if (!sentences.isEmpty()) {
            writeFiles(name.resolveSibling(name.getFileName() + ".sentences"), thinnedSentences(mostSentences));
        }
        if (!words.isEmpty()) {
            List<String> lines = new ArrayList<>();
            words.forEach((word, weight) -> lines.add(word + "\t" + weight));
            writeFiles(name.resolveSibling(name.getFileName() + ".words"), lines);
        }
    }

    private List<String> thinnedSentences(int most) {
        List<String> all = List.copyOf(sentences);
        if (all.size() <= most) {
            return all;
        }
        List<String> chosen = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / most)));
        }
        return chosen;
    }

    private static void writeFiles(Path file, List<String> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
    }
}
