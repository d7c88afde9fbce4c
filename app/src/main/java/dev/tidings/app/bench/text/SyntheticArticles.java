package dev.tidings.app.bench.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Many articles made of the samples' words, no two alike, and of copies planned in advance: every other one exact,
 * every other one as another site carries it. The same seed gives the same files.
 *
 * @param originals file names of the articles that are alike to none
 * @param copies pairs of names whose texts are the same or nearly: whichever is decided first is the original
 */
public record SyntheticArticles(List<String> originals, List<Pair> copies) {
    /** About the size of a news article, in bytes of UTF-8. */
    public static final int ARTICLE = 4_096;

    /** About the size of a short report, which tells as much of what happens to it in a fraction of the time. */
    public static final int REPORT = 1_280;

    /** Of so many articles one is the copy of another. */
    private static final int COPY_EVERY = 10;

    /**
     * Two files with one text, or nearly one.
     *
     * @param one name of the first
     * @param other name of the second
     */
    public record Pair(String one, String other) {}

    /** Keeps copies of the lists. */
    public SyntheticArticles {
        originals = List.copyOf(originals);
        copies = List.copyOf(copies);
    }

    /**
     * Writes articles, a tenth of which are copies of others.
     *
     * @param samples folder of texts, each in one language
     * @param folder where to; made when it does not exist
     * @param count how many
     * @param size about how large each is, in bytes of UTF-8
     * @param seed decides on the words
     * @return what was written
     * @throws BenchException when a file cannot be read or written
     */
    public static SyntheticArticles writeArticles(Path samples, Path folder, int count, int size, long seed) {
        SyntheticTexts texts = SyntheticTexts.ofSamples(samples, size, seed);
        List<String> originals = new ArrayList<>();
        List<Pair> copies = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < count; i++) {
                String text = texts.nextText();
                Files.writeString(folder.resolve(fileName(i)), text);
                if (i % COPY_EVERY == 0 && i + 1 < count) {
                    copies.add(new Pair(fileName(i), fileName(i + 1)));
                    String copy = copies.size() % 2 == 0 ? text : reframed(text);
                    Files.writeString(folder.resolve(fileName(++i)), copy);
                } else {
                    originals.add(fileName(i));
                }
            }
        } catch (IOException e) {
            throw new BenchException("articles cannot be written to " + folder + ": " + e.getMessage(), e);
        }
        return new SyntheticArticles(originals, copies);
    }

    /**
     * All files.
     *
     * @return their names
     */
    public Stream<String> fileNames() {
        return Stream.concat(originals.stream(), copies.stream().flatMap(pair -> Stream.of(pair.one(), pair.other())));
    }

    /**
     * How many files there are.
     *
     * @return copies included
     */
    public int size() {
        return originals.size() + 2 * copies.size();
    }

    /** Similar whichever of the two is decided first. */
    private static String reframed(String text) {
        return text + "\n\nFollow the agency on every channel";
    }

    /** The name of a file, counted from 0. */
    private static String fileName(int i) {
        return baseName(i) + ".txt";
    }

    /** The same without what tells the format. */
    static String baseName(int i) {
        return String.format(Locale.ROOT, "%06d", i);
    }
}
