package dev.tidings.app.bench.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The articles of a folder, all its languages mixed: first as they are, each once, then variations of them in the same
 * order. What stands in one folder below is taken for one language. The same files come out alike. For one thread.
 */
final class CorpusSupply implements ArticleSupply {
    private static final Set<String> FORMATS = Set.of(".txt", ".html", ".htm");
    private static final long SEED = 20_210_929;

    private final Path root;
    private final List<Path> files;
    private final Map<Path, TextVariation> variations = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private int next;

    private CorpusSupply(Path root, List<Path> files) {
        this.root = root;
        this.files = files;
    }

    static CorpusSupply ofFolder(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = new ArrayList<>(
                    all.filter(file -> FORMATS.contains(format(file))).sorted().toList());
            if (files.isEmpty()) {
                throw new BenchException("there is no article (" + String.join(", ", FORMATS) + ") in " + root);
            }
            Collections.shuffle(files, new Random(SEED));
            return new CorpusSupply(root, files);
        } catch (IOException e) {
            throw new BenchException("the articles in " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Written writeArticles(Path folder, int count) {
        List<String> names = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < count; i++) {
                String name = SyntheticArticles.baseName(i) + format(nextFile());
                Files.write(folder.resolve(name), nextBytes());
                names.add(name);
            }
        } catch (IOException e) {
            throw new BenchException("articles cannot be written to " + folder + ": " + e.getMessage(), e);
        }
        return new Written(names, Optional.empty());
    }

    @Override
    public String nextText() {
        return new String(nextBytes(), UTF_8);
    }

    private byte[] nextBytes() {
        Path file = nextFile();
        boolean first = next++ < files.size();
        try {
            byte[] bytes = Files.readAllBytes(file);
            return first
                    ? bytes
                    : variation(language(file))
                            .varyText(new String(bytes, UTF_8), random)
                            .getBytes(UTF_8);
        } catch (IOException e) {
            throw new BenchException("the article " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path nextFile() {
        return files.get(next % files.size());
    }

    private TextVariation variation(Path language) {
        TextVariation known = variations.get(language);
        if (known == null) {
            Stream<String> texts = files.stream()
                    .filter(file -> language(file).equals(language))
                    .map(CorpusSupply::readText);
            known = new TextVariation(Vocabulary.ofTexts(texts));
            variations.put(language, known);
        }
        return known;
    }

    /** The folder below the root; files of the root itself are one language. */
    private Path language(Path file) {
        Path below = root.relativize(file);
        return below.getNameCount() > 1 ? below.getName(0) : root;
    }

    private static String readText(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new BenchException("the article " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String format(Path file) {
        String name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }
}
