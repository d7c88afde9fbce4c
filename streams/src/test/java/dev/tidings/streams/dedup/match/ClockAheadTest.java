package dev.tidings.streams.dedup.match;

import static dev.tidings.streams.dedup.match.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.Expiry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A raw record of a time that is far ahead, as a broker with a wrong clock writes it, and real gaps. */
class ClockAheadTest {

    private static final String TEXT = Articles.seeds().get(0);
    private static final String OTHER = Articles.seeds().get(2);
    private static final String THIRD = Articles.seeds().get(3);

    private final DuplicateIndex duplicateIndex = DuplicateIndex.inMemory();
    private final Deduplicator deduplicator = new Deduplicator(duplicateIndex, DedupWindows.DEFAULT);
    private long offset;

    @ParameterizedTest
    @ValueSource(doubles = {2, 40, 365, 100_000})
    void oneRecordThatIsDaysAheadEmptiesNothing(double days) {
        decide(article("a").text(TEXT).day(100));
        decide(article("b").text(OTHER).day(100));
        decide(article("b").revision(2).text(OTHER + " More.").day(100));

        Decision ahead = decide(article("ahead").text(THIRD).day(100 + days));
        decideMany(100.1);

        assertThat(ahead.flags()).containsExactly(Decision.AHEAD);
        assertCopiesAreKnown(100.2);
    }

    @Test
    void aFirstRecordThatIsAYearAheadEmptiesNothing() {
        decide(article("ahead").text(THIRD).day(465));
        decide(article("a").text(TEXT).day(100));
        decide(article("b").text(OTHER).day(100));
        decide(article("b").revision(2).text(OTHER + " More.").day(100));
        decideMany(100.1);

        assertCopiesAreKnown(100.2);
    }

    @Test
    void aRecordAheadInOnePartitionMovesTheClockByADayAndNoFurther() {
        for (int partition = 0; partition < 4; partition++) {
            decide(article("p" + partition).text(TEXT + partition).day(100).from(partition));
        }
        decide(article("ahead").text(THIRD).day(140).from(2));
        for (int number = 0; number < 100; number++) {
            decide(article("n" + number).text(OTHER + number).day(100.01).from(number % 4));
        }

        assertThat(clockDay()).isLessThanOrEqualTo(101);
    }

    @Test
    void behindARealGapTheClockHasCaughtUpAfterAsManyRecordsAsTheGapHasDays() {
        for (int partition = 0; partition < 4; partition++) {
            decide(article("p" + partition).text(TEXT + partition).day(100).from(partition));
        }
        Decision first = decide(article("n0").text(OTHER).day(140).from(0));
        for (int number = 1; number < 40; number++) {
            decide(article("n" + number).text(OTHER + number).day(140).from(number % 4));
        }

        assertThat(first.flags()).containsExactly(Decision.AHEAD);
        assertThat(clockDay()).isEqualTo(140);
        assertThat(decide(article("last").text(THIRD).day(140.5)).flags()).isEmpty();
    }

    @Test
    void whatAGapHasMadeOldGoesOnceTheClockHasCaughtUp() {
        decide(article("a").text(TEXT).day(100));
        for (int number = 0; number < 60; number++) {
            decide(article("n" + number).text(OTHER + number).day(140));
        }

        assertThat(duplicateIndex.findRevisions(Articles.id("a"))).isEmpty();
        assertThat(duplicateIndex.findExpiries(DedupWindows.Window.EXACT, 110, 10))
                .isEmpty();
    }

    @Test
    void aDeadLetterThatIsAheadEmptiesNothingEither() {
        decide(article("a").text(TEXT).day(100));
        decide(article("b").text(OTHER).day(100));
        decide(article("b").revision(2).text(OTHER + " More.").day(100));
        deduplicator.noteDeadLetter(article("bad").day(500).deadLetterAt(offset++));
        decideMany(100.1);

        assertCopiesAreKnown(100.2);
    }

    private void assertCopiesAreKnown(double day) {
        assertThat(decide(article("copy of a").text(TEXT).day(day)).verdict()).isEqualTo(Verdict.EXACT);
        assertThat(decide(article("near b").text("LONDON - " + OTHER + " More.").day(day))
                        .verdict())
                .isEqualTo(Verdict.NEAR);
        assertThat(decide(article("b").revision(2).text(OTHER + " More.").day(day))
                        .rule())
                .isEqualTo(Rule.REPUBLISHED);
    }

    private void decideMany(double day) {
        for (int number = 0; number < 100; number++) {
            decide(article("many " + number).text("Number " + number + ".").day(day));
        }
    }

    private long clockDay() {
        return Expiry.toEpochDay(duplicateIndex.progress().clock().time());
    }

    private Decision decide(Articles.Draft draft) {
        return deduplicator.deduplicateArticle(draft.at(offset++));
    }
}
