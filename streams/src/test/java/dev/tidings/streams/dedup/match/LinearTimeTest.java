package dev.tidings.streams.dedup.match;

import static dev.tidings.streams.dedup.match.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearTimeTest {

    /** Processor time: others who use the machine do not count. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int SMALL = 128 * 1024;
    private static final int TIMES_LONGER = 8;
    /** Quadratic work would take {@link #TIMES_LONGER} times as long again. */
    private static final double GENEROUS = 4;

    static Stream<Named<IntFunction<String>>> texts() {
        return Stream.of(
                Named.of("one letter", "a"::repeat),
                Named.of("one short word", length -> "a ".repeat(length / 2)),
                Named.of("all digits", length -> "7".repeat(length)),
                Named.of(
                        "numbers",
                        length -> IntStream.range(0, length / 7)
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(" "))),
                Named.of("one ideograph", "京"::repeat),
                Named.of("one Thai letter", "ก"::repeat),
                Named.of("marks alone", "\u0301"::repeat),
                Named.of("lines", length -> "line\n\n".repeat(length / 6)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void sketchingTakesTimeInProportionToTheText(IntFunction<String> text) {
        String small = text.apply(SMALL);
        String large = text.apply(SMALL * TIMES_LONGER);

        double ratio = (double) nanos(large) / Math.max(1, nanos(small));

        assertThat(ratio).isLessThan(TIMES_LONGER * GENEROUS);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void hugeTextsHaveAVerdict(IntFunction<String> text) {
        Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
        String huge = text.apply(1024 * 1024);

        Decision first = deduplicator.deduplicateArticle(article("a").text(huge).at(0));
        Decision second =
                deduplicator.deduplicateArticle(article("b").text(huge).at(1));

        assertThat(first.verdict()).isEqualTo(Verdict.NEW);
        assertThat(second.verdict()).isIn(Verdict.NEW, Verdict.EXACT);
        assertThat(second.verdict() == Verdict.EXACT)
                .isEqualTo(Articles.sketch(huge).exact().isPresent());
    }

    @Test
    void aHotKeyCostsNoMoreTheMoreArticlesItHas() {
        String shared = "The weather service of the region gives the outlook for the coming night and day as follows.";
        Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
        long[] nanos = new long[600];
        for (int i = 0; i < nanos.length; i++) {
            IncomingArticle incomingArticle =
                    article("hot " + i).text(shared + " " + i + " " + (i * 31)).at(i);
            long start = THREADS.getCurrentThreadCpuTime();
            assertThat(deduplicator.deduplicateArticle(incomingArticle).ordinal())
                    .isEqualTo(i);
            nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
        }

        // The second hundred has warmed the code up and met the cap; the last hundred finds five times the postings.
        assertThat(median(nanos, 500)).isLessThan(Math.max(1, median(nanos, 100)) * 5);
    }

    /** The best of several: the first ones run uncompiled. */
    private static long nanos(String text) {
        return IntStream.range(0, 5)
                .mapToLong(run -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    assertThat(Articles.sketch(text).algorithm()).isEqualTo(Sketcher.ALGORITHM);
                    return THREADS.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }

    private static long median(long[] nanos, int from) {
        return Arrays.stream(nanos, from, from + 100)
                .sorted()
                .skip(50)
                .findFirst()
                .orElseThrow();
    }
}
