package dev.tidings.app.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many articles made of the samples' words, shuffled and salted so that no two are alike, and of copies planned in
 * advance, every other one exact, every other one with words before and behind. The same seed gives the same files.
 *
 * @param originals file names of the articles that are alike to none
 * @param copies pairs of names whose texts are the same: whichever is decided first is the original
 */
record SaltedArticles(List<String> originals, List<Pair> copies) {

    private static final int WORDS = 600;
    private static final int SALTED_EVERY = 12;

    /** Two files with one text, or nearly one. */
    record Pair(String one, String other) {}

    /** Writes {@code count} files into a folder, a tenth of which are copies of others. */
    static SaltedArticles write(Path seeds, Path folder, int count, long seed) {
        Random random = new Random(seed);
        List<String> words = words(seeds);
        List<String> originals = new ArrayList<>();
        List<Pair> copies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = text(words, random);
            if (i % 10 == 0 && i + 1 < count) {
                Pair pair = new Pair(name(i), name(i + 1));
                write(folder.resolve(pair.one()), text);
                write(folder.resolve(pair.other()), i % 20 == 0 ? text : reframed(text));
                copies.add(pair);
                i++;
            } else {
                write(folder.resolve(name(i)), text);
                originals.add(name(i));
            }
        }
        return new SaltedArticles(originals, copies);
    }

    int size() {
        return originals.size() + 2 * copies.size();
    }

    private static String text(List<String> words, Random random) {
        List<String> chosen = new ArrayList<>(WORDS);
        for (int i = 0; i < WORDS; i++) {
            chosen.add(i % SALTED_EVERY == 0 ? salt(random) : words.get(random.nextInt(words.size())));
        }
        Collections.shuffle(chosen, random);
        return String.join(" ", chosen);
    }

    /** As another site carries it: similar, and so suppressed whichever of the two is decided first. */
    private static String reframed(String text) {
        return "HEWLER (Agency) - " + text + " Follow the agency on every channel";
    }

    private static String salt(Random random) {
        return Long.toString(random.nextLong() >>> 20, 36);
    }

    private static String name(int i) {
        return String.format(Locale.ROOT, "%06d.txt", i);
    }

    private static List<String> words(Path seeds) {
        try (Stream<Path> files = Files.list(seeds)) {
            return files.sorted()
                    .map(SaltedArticles::read)
                    .flatMap(text -> Stream.of(text.split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
