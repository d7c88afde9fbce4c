package dev.tidings.producer.publish.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.ArticleVerdict;
import dev.tidings.producer.publish.ArticleVerdict.InputOutcome;
import dev.tidings.producer.publish.VerdictCounts;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RecordKeys;
import org.junit.jupiter.api.Test;

class ExpectedVerdictsTest {

    private static final String ID = ArticleId.of("news/هەواڵ.txt");

    @Test
    void anArticleIsWaitedForByItsRevision() {
        ExpectedVerdict article = new ExpectedVerdict(ID, 2, "news/هەواڵ.txt", 3, 1L << 40);
        try (ExpectedVerdicts expected = new ExpectedVerdicts()) {
            expected.add(article);

            assertThat(expected.of(RecordKeys.article(ID, 2))).contains(article);
            assertThat(expected.of(RecordKeys.article(ID, 1))).isEmpty();
            assertThat(expected.of("")).isEmpty();
            expected.remove(ID, 2);
            assertThat(expected.size()).isZero();
        }
    }

    @Test
    void allVerdictsAreCountedAndTheFirstAreKept() {
        VerdictCounts counts = new VerdictCounts();
        for (int i = 0; i <= VerdictCounts.MAX_LISTED; i++) {
            counts.add(new ArticleVerdict(ID, i, "news/a", InputOutcome.DEAD_LETTERED, "poison", "und"));
        }

        assertThat(counts.first()).hasSize(VerdictCounts.MAX_LISTED);
        assertThat(counts.countsByOutcome()).containsEntry("dead_lettered", VerdictCounts.MAX_LISTED + 1L);
    }
}
