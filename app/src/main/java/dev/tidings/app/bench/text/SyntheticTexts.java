package dev.tidings.app.bench.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Texts as large as an article, no two alike: each is a variation of one of the samples, whose words are drawn from a
 * vocabulary as large as that of a language. The same seed gives the same texts. For one thread.
 */
public final class SyntheticTexts {

    /** A sample and how it is varied. */
    private record Sample(String text, TextVariation variation) {
        static Sample of(String text) {
            return new Sample(text.strip() + "\n\n", new TextVariation(Vocabulary.ofTexts(Stream.of(text))));
        }
    }

    private final List<Sample> samples;
    private final int size;
    private final SplittableRandom random;

    private SyntheticTexts(List<Sample> samples, int size, SplittableRandom random) {
        this.samples = samples;
        this.size = size;
        this.random = random;
    }

    /**
     * Makes texts of the shape of samples.
     *
     * @param folder holds the samples, each in one language
     * @param size about how large each will be, in bytes of UTF-8
     * @param seed decides on the words
     * @return the texts
     * @throws BenchException when there is no sample that can be read
     */
    public static SyntheticTexts ofSamples(Path folder, int size, long seed) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Sample> samples = files.sorted()
                    .map(SyntheticTexts::readSample)
                    .filter(text -> !text.isBlank())
                    .map(Sample::of)
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

    /**
     * Makes another text.
     *
     * @return unlike all before it
     */
    public String nextText() {
        Sample sample = samples.get(random.nextInt(samples.size()));
        StringBuilder text = new StringBuilder(size);
        int bytes = 0;
        while (bytes < size) {
            String varied = sample.variation().varyText(sample.text(), random);
            text.append(varied);
            bytes += varied.getBytes(UTF_8).length;
        }
        return cutAtBlank(text, bytes - size);
    }

    /** Takes words off until so many bytes are gone. */
    private static String cutAtBlank(StringBuilder text, int surplus) {
        int end = text.length();
        for (int left = surplus; left > 0 || !Character.isWhitespace(text.charAt(end - 1)); end--) {
            char last = text.charAt(end - 1);
            left -= last < 0x80 ? 1 : last < 0x800 ? 2 : 3;
        }
        return text.substring(0, end).strip();
    }

    private static String readSample(Path sample) {
        try {
            return Files.readString(sample);
        } catch (IOException e) {
            throw new BenchException("the sample " + sample + " cannot be read: " + e.getMessage(), e);
        }
    }
}
