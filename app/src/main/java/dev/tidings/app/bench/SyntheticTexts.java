package dev.tidings.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Texts as large as an article, no two alike: a headline and paragraphs of words drawn from one of the samples, every
 * twelfth of them made up. The same seed gives the same texts. For one thread.
 */
final class SyntheticTexts {
    private static final int HEADLINE_WORDS = 8;
    private static final int PARAGRAPH_WORDS = 60;
    private static final int SALTED_EVERY = 12;

    /** A word and what it takes with a space behind it. */
    private record Word(String text, int bytes) {
        static Word of(String text) {
            return new Word(text, text.getBytes(UTF_8).length + 1);
        }
    }

    private final List<List<Word>> samples;
    private final int size;
    private final SplittableRandom random;

    private SyntheticTexts(List<List<Word>> samples, int size, SplittableRandom random) {
        this.samples = samples;
        this.size = size;
        this.random = random;
    }

    /**
     * Makes texts of the words of samples.
     *
     * @param folder holds the samples, each in one language
     * @param size about how large each will be, in bytes of UTF-8
     */
    static SyntheticTexts ofSamples(Path folder, int size, long seed) {
        try (Stream<Path> files = Files.list(folder)) {
            List<List<Word>> samples = files.sorted()
                    .map(SyntheticTexts::wordsOf)
                    .filter(words -> !words.isEmpty())
                    .toList();
            if (samples.isEmpty()) {
                throw new BenchException(
                        "there is no sample in " + folder + ", so there is nothing to make articles of");
            }
            return new SyntheticTexts(samples, size, new SplittableRandom(seed));
        } catch (IOException e) {
            throw new BenchException("the samples in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns another text. */
    String nextText() {
        List<Word> words = samples.get(random.nextInt(samples.size()));
        StringBuilder text = new StringBuilder(size);
        int bytes = 0;
        for (int count = 0; bytes < size; count++) {
            Word word =
                    count % SALTED_EVERY == SALTED_EVERY / 2 ? uniqueWord() : words.get(random.nextInt(words.size()));
            text.append(randomBelow(count)).append(word.text());
            bytes += word.bytes();
        }
        return text.toString();
    }

    private static String randomBelow(int count) {
        if (count >= HEADLINE_WORDS && (count - HEADLINE_WORDS) % PARAGRAPH_WORDS == 0) {
            return "\n\n";
        }
        return count == 0 ? "" : " ";
    }

    private Word uniqueWord() {
        return Word.of(Long.toString(random.nextLong() >>> 20, Character.MAX_RADIX));
    }

    private static List<Word> wordsOf(Path sample) {
        try {
            return Stream.of(Files.readString(sample).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .map(Word::of)
                    .toList();
        } catch (IOException e) {
            throw new BenchException("the sample " + sample + " cannot be read: " + e.getMessage(), e);
        }
    }
}
