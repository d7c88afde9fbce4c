package dev.tidings.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.ArticleVerdict.InputOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishCountsTest {

    private final List<PublishOutcome> heard = new ArrayList<>();
    private final PublishCounts publishCounts = new PublishCounts(new PublishListener() {
        @Override
        public void inputEnded(PublishOutcome outcome) {
            heard.add(outcome);
        }
    });

    @Test
    void everyInputIsCountedOnceByHowItEnded() {
        int n = 0;
        int times = 0;
        for (PublishOutcome.InputOutcome inputOutcome : PublishOutcome.InputOutcome.values()) {
            times++;
            for (int i = 0; i < times; i++) {
                publishCounts.inputEnded(new PublishOutcome("news/" + n++, inputOutcome, 1, "reason" + i, ""));
            }
        }

        PublishSummary summary = summary(List.of());

        assertThat(summary.found()).isEqualTo(15).isEqualTo(heard.size());
        assertThat(summary.published()).isEqualTo(1 + 2);
        assertThat(summary.revised()).isEqualTo(2);
        assertThat(summary.unchanged()).isEqualTo(3);
        assertThat(summary.skippedByReason())
                .isEqualTo(Map.of("reason0", 1L, "reason1", 1L, "reason2", 1L, "reason3", 1L));
        assertThat(summary.deadLettered()).isEqualTo(5);
        assertThat(summary.found())
                .isEqualTo(summary.published() + summary.unchanged() + summary.skipped() + summary.deadLettered());
    }

    @Test
    void aDeadLetterCountsWhetherItComesFromHereOrFromTheTopology() {
        assertThat(summary(List.of(verdict(InputOutcome.ENRICHED), verdict(InputOutcome.SUPPRESSED)))
                        .anyDeadLettered())
                .isFalse();
        assertThat(summary(List.of(verdict(InputOutcome.DEAD_LETTERED))).anyDeadLettered())
                .isTrue();
        publishCounts.inputEnded(
                new PublishOutcome("news/a", PublishOutcome.InputOutcome.DEAD_LETTERED, 1, "too_large", ""));
        assertThat(summary(List.of()).anyDeadLettered()).isTrue();
    }

    private PublishSummary summary(List<ArticleVerdict> verdicts) {
        VerdictCounts counts = new VerdictCounts();
        verdicts.forEach(counts::add);
        return publishCounts.summarise(Duration.ZERO, counts, false);
    }

    private static ArticleVerdict verdict(InputOutcome inputOutcome) {
        return new ArticleVerdict("id", 1, "news/a", inputOutcome, "NEW", "ckb");
    }
}
