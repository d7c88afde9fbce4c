package dev.tidings.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitPolicyTest {
    private static final long NOON = 1_000_000_000L;
    private static final CommitIntervalSettings INTERVALS =
            new CommitIntervalSettings(Duration.ofMillis(50), Duration.ofMillis(500));

    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
    private final CommitPolicy commitPolicy = CommitPolicy.of(context, INTERVALS);

    @BeforeEach
    void anArticleHasJustBeenCommitted() {
        takeRecord(NOON, 0);
        context.resetCommit();
    }

    @Test
    void freshArticlesShareACommitForAMoment() {
        takeRecord(NOON + 20, 10);
        assertThat(context.committed()).isFalse();
        takeRecord(NOON + 50, 10);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void lateArticlesShareItForLonger() {
        takeRecord(NOON + 400, 60_000);
        assertThat(context.committed()).isFalse();
        takeRecord(NOON + 500, 60_000);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void theLastArticleBeforeAPauseDoesNotWaitForAnother() {
        takeRecord(NOON + 20, 10);
        punctuator().getPunctuator().punctuate(NOON + 60);
        assertThat(context.committed()).isTrue();
    }

    @Test
    void whereNothingWaitsNoTimerRunsForItMakesTransactionsOfNothing() {
        takeRecord(NOON + 20, 10);
        assertThat(punctuator().cancelled()).isFalse();
        punctuator().getPunctuator().punctuate(NOON + 60);
        assertThat(context.scheduledPunctuators())
                .isNotEmpty()
                .allSatisfy(timer -> assertThat(timer.cancelled()).isTrue());
    }

    @Test
    void aClockThatIsSetBackDoesNotEndTheCommits() {
        takeRecord(NOON - 3_600_000, 10);
        assertThat(context.committed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-5000, 50", "0, 50", "200, 50", "400, 100", "2000, 500", "9000000000, 500"})
    void aCommitMakesAnArticleLaterByAQuarterAtMostWithinTheLimits(long age, long interval) {
        assertThat(INTERVALS.millisAt(age)).isEqualTo(interval);
    }

    @Test
    void theLongestIntervalIsNeverShorterThanTheShortest() {
        assertThat(new CommitIntervalSettings(Duration.ofSeconds(2), Duration.ofSeconds(1)).millisAt(0))
                .isEqualTo(2_000);
    }

    private void takeRecord(long now, long age) {
        context.setCurrentSystemTimeMs(now);
        commitPolicy.recordTaken(now - age);
    }

    private CapturedPunctuator punctuator() {
        List<CapturedPunctuator> all = context.scheduledPunctuators();
        return all.get(all.size() - 1);
    }
}
