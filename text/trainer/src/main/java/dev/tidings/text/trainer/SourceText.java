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
    private static final int FEWEST_LETTERS = 8;

    private final HeldOutText heldOutText;
    private final Set<String> sentences = new LinkedHashSet<>();
    private final Map<String, Double> words = new LinkedHashMap<>();

    SourceText(HeldOutText heldOutText) {
        this.heldOutText = heldOutText;
    }

    @Override
    public void sentence(String text) {
        String clean = text.replaceAll("\\s+", " ").strip();
        if (clean.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && !heldOutText.sharesTextWith(clean)) {
            sentences.add(clean);
        }
    }

    @Override
    public void word(String word, double weight) {
        if (!word.isBlank()) {
            words.merge(word.strip(), weight, Double::sum);
        }
    }

    void write(Path name, int mostSentences) throws IOException {
        Files.createDirectories(name.toAbsolutePath().getParent());
        if (!sentences.isEmpty()) {
            write(name.resolveSibling(name.getFileName() + ".sentences"), thinned(mostSentences));
        }
        if (!words.isEmpty()) {
            List<String> lines = new ArrayList<>();
            words.forEach((word, weight) -> lines.add(word + "\t" + weight));
            write(name.resolveSibling(name.getFileName() + ".words"), lines);
        }
    }

    private List<String> thinned(int most) {
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

    private static void write(Path file, List<String> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
    }
}
