package dev.tidings.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.bench.Endings.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingsTest {
    private static final String ROOT = "articles";

    private final SaltedArticles planned =
            new SaltedArticles(List.of("a.txt", "b.txt"), List.of(new SaltedArticles.Pair("c.txt", "d.txt")));
    private final Endings endings = new Endings();

    @Test
    void allIsWellWhenEveryArticleEndedOnceAndOneOfEachPairIsSuppressed() {
        ends("a.txt", Place.PUBLISHED);
        ends("b.txt", Place.PUBLISHED);
        ends("c.txt", Place.SUPPRESSED);
        ends("d.txt", Place.PUBLISHED);

        assertThat(endings.complaints(planned, ROOT)).isEmpty();
        assertThat(endings.count()).isEqualTo(planned.size());
        assertThat(endings.count(Place.SUPPRESSED)).isEqualTo(1);
    }

    @Test
    void whatIsLostDoubledOrADeadLetterIsNamed() {
        ends("a.txt", Place.PUBLISHED);
        ends("a.txt", Place.PUBLISHED);
        ends("c.txt", Place.DEAD_LETTERED);
        ends("d.txt", Place.SUPPRESSED);

        assertThat(endings.complaints(planned, ROOT))
                .containsExactly(
                        "1 lost (" + Endings.id(ROOT, "b.txt") + ")",
                        "1 doubled (" + Endings.id(ROOT, "a.txt") + ")",
                        "1 dead-lettered (" + Endings.id(ROOT, "c.txt") + ")");
    }

    @Test
    void aSuppressedOriginalAndAPairWithoutACopyAreNoTrueFigures() {
        ends("a.txt", Place.SUPPRESSED);
        ends("b.txt", Place.PUBLISHED);
        ends("c.txt", Place.PUBLISHED);
        ends("d.txt", Place.PUBLISHED);

        assertThat(endings.complaints(planned, ROOT))
                .containsExactly(
                        "1 suppressed though alike to none (" + Endings.id(ROOT, "a.txt") + ")",
                        "1 pairs without exactly one copy (c.txt)");
    }

    private void ends(String name, Place place) {
        endings.add(Endings.id(ROOT, name), place, 0);
    }
}
