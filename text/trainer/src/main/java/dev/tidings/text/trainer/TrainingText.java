package dev.tidings.text.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** All training text of one language in one script, and random samples of it. */
final class TrainingText {
    private static final int MIN_WORDS = 2;
    private static final int MAX_WORDS = 25;
    private static final int MAX_NAMES = 6;

    /** Smaller sources are drawn from less often, so that their few sentences are not learnt by heart. */
    private static final int ENOUGH_SENTENCES = 400;

    private static final int ENOUGH_WORDS = 3000;

    private final List<WeightedSource> sources = new ArrayList<>();
    private double totalWeight;

    private interface Drawing {
        String drawText(SplittableRandom random);
    }

    /** A source and how often it is drawn from. */
    private record WeightedSource(double weight, Drawing drawing) {}

    /** Reads the folder of one language; only what is mainly in {@code script}, is kept. */
    static TrainingText readFolder(Path folder, int script) throws IOException {
        TrainingText text = new TrainingText();
        if (!Files.isDirectory(folder)) {
            return text;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                text.addSource(file.getFileName().toString(), Files.readAllLines(file, StandardCharsets.UTF_8), script);
            }
        }
        return text;
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** Returns a random span of a random sentence, or words drawn by their frequency. */
    String drawSample(SplittableRandom random) {
        double at = random.nextDouble() * totalWeight;
        for (WeightedSource source : sources) {
            at -= source.weight();
            if (at < 0) {
                return source.drawing().drawText(random);
            }
        }
        return sources.get(sources.size() - 1).drawing().drawText(random);
    }

    private void addSource(String name, List<String> lines, int script) {
        if (name.endsWith(".sentences")) {
            SentencePool sentencePool = new SentencePool(lines, script);
            double weight = SourceWeights.ofSentences(name) * shareOf(sentencePool.size(), ENOUGH_SENTENCES);
            addSource(weight, random -> sentencePool.drawSpan(wordCount(random), random));
        } else if (name.endsWith(".words")) {
            WeightedWords words = new WeightedWords(lines, script);
            double weight = SourceWeights.ofWords(name) * shareOf(words.size(), ENOUGH_WORDS);
            addSource(weight, random -> words.drawWords(wordCount(random), random));
        } else if (name.endsWith(".names")) {
            WeightedWords names = new WeightedWords(lines, script);
            addSource(shareOf(names.size(), 1), random -> names.drawWords(random.nextInt(1, MAX_NAMES + 1), random));
        }
    }

    private void addSource(double weight, Drawing drawing) {
        if (weight > 0) {
            sources.add(new WeightedSource(weight, drawing));
            totalWeight += weight;
        }
    }

    private static double shareOf(int size, int enough) {
        return Math.min(1, size / (double) enough);
    }

    private static int wordCount(SplittableRandom random) {
        return random.nextInt(MIN_WORDS, MAX_WORDS + 1);
    }
}
