package dev.tidings.streams.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every index of site boilerplate does, wherever it keeps its tables. */
public abstract class BoilerplateIndexLaws {

    private static final HostBoilerplate ONE =
            HostBoilerplate.unknownHost(1_700_000_000_000L).afterArticle(List.of(3L, 1L, 2L), 7, 5);
    private static final HostBoilerplate OTHER =
            ONE.afterArticle(List.of(1L, 9L), 8, 6).afterArticle(List.of(1L), 9, 7);

    /** Returns an index over the same tables each time; they are empty before each test. */
    protected abstract BoilerplateIndex index();

    @Test
    void anEmptyIndexKnowsNoHostAndStandsBeforeAll() {
        assertThat(index().hostBoilerplate("news.example")).isEmpty();
        assertThat(index().hostsAfter("", 10)).isEmpty();
        assertThat(index().scanCursor()).isEmpty();
    }

    @Test
    void whatIsKnownOfAHostIsReplacedAndForgotten() {
        BoilerplateIndex index = index();
        index.put("news.example", ONE);
        index.put("other.example", ONE);
        assertThat(index.hostBoilerplate("news.example")).contains(ONE);
        index.put("news.example", OTHER);
        assertThat(index.hostBoilerplate("news.example")).contains(OTHER);
        index.forgetHost("news.example");
        index.forgetHost("news.example");
        assertThat(index.hostBoilerplate("news.example")).isEmpty();
        assertThat(index.hostBoilerplate("other.example")).contains(ONE);
    }

    @Test
    void linesKeepTheirOrderAndWhatTheyCount() {
        BoilerplateIndex index = index();
        index.put("news.example", OTHER);
        assertThat(index.hostBoilerplate("news.example").orElseThrow().lines()).isEqualTo(OTHER.lines());
        assertThat(index.hostBoilerplate("news.example").orElseThrow().establishedHashes())
                .containsExactly(1L);
    }

    @Test
    void asManyLinesAsAHostMayHaveAreKept() {
        HostBoilerplate full = HostBoilerplate.unknownHost(0);
        for (int article = 1; article <= 4; article++) {
            long first = article < 4 ? 0 : 1_000;
            full = full.afterArticle(
                    IntStream.range(0, 200).mapToObj(line -> first + line).toList(), article, article);
        }
        BoilerplateIndex index = index();
        index.put("news.example", full);
        assertThat(index.hostBoilerplate("news.example")).contains(full);
        assertThat(full.lines()).hasSizeGreaterThan(HostBoilerplate.MAX_CANDIDATES);
    }

    @Test
    void hostsComeInTheOrderOfTheirNamesBehindAName() {
        BoilerplateIndex index = index();
        List.of("b.example", "a.example", "ab.example", "c.example", "a-b.example")
                .forEach(host -> index.put(host, ONE));
        assertThat(index.hostsAfter("", 10))
                .containsExactly("a-b.example", "a.example", "ab.example", "b.example", "c.example");
        assertThat(index.hostsAfter("a.example", 2)).containsExactly("ab.example", "b.example");
        assertThat(index.hostsAfter("a.f", 10)).containsExactly("ab.example", "b.example", "c.example");
        assertThat(index.hostsAfter("c.example", 10)).isEmpty();
    }

    @Test
    void theCursorIsNoHost() {
        BoilerplateIndex index = index();
        index.put("c", ONE);
        index.moveCursor("b.example");
        assertThat(index.scanCursor()).isEqualTo("b.example");
        assertThat(index.hostBoilerplate("c")).contains(ONE);
        assertThat(index.hostsAfter("", 10)).containsExactly("c");
        index.moveCursor("");
        assertThat(index.scanCursor()).isEmpty();
    }

    @Test
    void anotherIndexOverTheSameTablesKnowsWhatTheFirstDid() {
        index().put("news.example", OTHER);
        index().moveCursor("news.example");
        assertThat(index().hostBoilerplate("news.example")).contains(OTHER);
        assertThat(index().scanCursor()).isEqualTo("news.example");
    }
}
