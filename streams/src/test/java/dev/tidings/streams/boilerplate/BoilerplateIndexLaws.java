package dev.tidings.streams.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every index of site boilerplate does, wherever it keeps its tables. */
public abstract class BoilerplateIndexLaws {

    private static final HostBoilerplate ONE =
            HostBoilerplate.none(1_700_000_000_000L).after(List.of(3L, 1L, 2L), 7, 5);
    private static final HostBoilerplate OTHER =
            ONE.after(List.of(1L, 9L), 8, 6).after(List.of(1L), 9, 7);

    /** Returns an index over the same tables each time; they are empty before each test. */
    protected abstract BoilerplateIndex index();

    @Test
    void anEmptyIndexKnowsNoHostAndStandsBeforeAll() {
        assertThat(index().margins("news.example")).isEmpty();
        assertThat(index().after("", 10)).isEmpty();
        assertThat(index().cursor()).isEmpty();
    }

    @Test
    void whatIsKnownOfAHostIsReplacedAndForgotten() {
        BoilerplateIndex index = index();
        index.put("news.example", ONE);
        index.put("other.example", ONE);
        assertThat(index.margins("news.example")).contains(ONE);
        index.put("news.example", OTHER);
        assertThat(index.margins("news.example")).contains(OTHER);
        index.forget("news.example");
        index.forget("news.example");
        assertThat(index.margins("news.example")).isEmpty();
        assertThat(index.margins("other.example")).contains(ONE);
    }

    @Test
    void linesKeepTheirOrderAndWhatTheyCount() {
        BoilerplateIndex index = index();
        index.put("news.example", OTHER);
        assertThat(index.margins("news.example").orElseThrow().lines()).isEqualTo(OTHER.lines());
        assertThat(index.margins("news.example").orElseThrow().established()).containsExactly(1L);
    }

    @Test
    void asManyLinesAsAHostMayHaveAreKept() {
        HostBoilerplate full = HostBoilerplate.none(0);
        for (int article = 1; article <= 4; article++) {
            long first = article < 4 ? 0 : 1_000;
            full = full.after(
                    IntStream.range(0, 200).mapToObj(line -> first + line).toList(), article, article);
        }
        BoilerplateIndex index = index();
        index.put("news.example", full);
        assertThat(index.margins("news.example")).contains(full);
        assertThat(full.lines()).hasSizeGreaterThan(HostBoilerplate.MOST_CANDIDATES);
    }

    @Test
    void hostsComeInTheOrderOfTheirNamesBehindAName() {
        BoilerplateIndex index = index();
        List.of("b.example", "a.example", "ab.example", "c.example", "a-b.example")
                .forEach(host -> index.put(host, ONE));
        assertThat(index.after("", 10))
                .containsExactly("a-b.example", "a.example", "ab.example", "b.example", "c.example");
        assertThat(index.after("a.example", 2)).containsExactly("ab.example", "b.example");
        assertThat(index.after("a.f", 10)).containsExactly("ab.example", "b.example", "c.example");
        assertThat(index.after("c.example", 10)).isEmpty();
    }

    @Test
    void theCursorIsNoHost() {
        BoilerplateIndex index = index();
        index.put("c", ONE);
        index.moveCursor("b.example");
        assertThat(index.cursor()).isEqualTo("b.example");
        assertThat(index.margins("c")).contains(ONE);
        assertThat(index.after("", 10)).containsExactly("c");
        index.moveCursor("");
        assertThat(index.cursor()).isEmpty();
    }

    @Test
    void anotherIndexOverTheSameTablesKnowsWhatTheFirstDid() {
        index().put("news.example", OTHER);
        index().moveCursor("news.example");
        assertThat(index().margins("news.example")).contains(OTHER);
        assertThat(index().cursor()).isEqualTo("news.example");
    }
}
