package dev.tidings.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.bench.OutcomeCounts.Place;
import dev.tidings.app.bench.text.SyntheticArticles;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeCountsTest {
    private static final String ROOT = "articles";

    private final SyntheticArticles planned =
            new SyntheticArticles(List.of("a.txt", "b.txt"), List.of(new SyntheticArticles.Pair("c.txt", "d.txt")));
    private final OutcomeCounts outcomeCounts = new OutcomeCounts();

    @Test
    void allIsWellWhenEveryArticleEndedOnceAndOneOfEachPairIsSuppressed() {
        ends("a.txt", Place.PUBLISHED);
        ends("b.txt", Place.PUBLISHED);
        ends("c.txt", Place.SUPPRESSED);
        ends("d.txt", Place.PUBLISHED);

        assertThat(outcomeCounts.findComplaints(planned, ROOT)).isEmpty();
        assertThat(outcomeCounts.count()).isEqualTo(planned.size());
        assertThat(outcomeCounts.count(Place.SUPPRESSED)).isEqualTo(1);
    }

    @Test
    void whatIsLostDoubledOrADeadLetterIsNamed() {
        ends("a.txt", Place.PUBLISHED);
        ends("a.txt", Place.PUBLISHED);
        ends("c.txt", Place.DEAD_LETTERED);
        ends("d.txt", Place.SUPPRESSED);

        assertThat(outcomeCounts.findComplaints(planned, ROOT))
                .containsExactly(
                        "1 lost (" + OutcomeCounts.articleId(ROOT, "b.txt") + ")",
                        "1 doubled (" + OutcomeCounts.articleId(ROOT, "a.txt") + ")",
                        "1 dead-lettered (" + OutcomeCounts.articleId(ROOT, "c.txt") + ")");
    }

    @Test
    void aSuppressedOriginalAndAPairWithoutACopyAreNoTrueFigures() {
        ends("a.txt", Place.SUPPRESSED);
        ends("b.txt", Place.PUBLISHED);
        ends("c.txt", Place.PUBLISHED);
        ends("d.txt", Place.PUBLISHED);

        assertThat(outcomeCounts.findComplaints(planned, ROOT))
                .containsExactly(
                        "1 suppressed though alike to none (" + OutcomeCounts.articleId(ROOT, "a.txt") + ")",
                        "1 pairs without exactly one copy (c.txt)");
    }

    private void ends(String name, Place place) {
        outcomeCounts.addOutcome(OutcomeCounts.articleId(ROOT, name), place, 0);
    }
}
