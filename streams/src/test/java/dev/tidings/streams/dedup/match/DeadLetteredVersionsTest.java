package dev.tidings.streams.dedup.match;

import static dev.tidings.streams.dedup.match.Articles.article;
import static dev.tidings.streams.dedup.match.Articles.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import org.junit.jupiter.api.Test;

/** A version that became a dead letter was never published, so the next one is no revision of it. */
class DeadLetteredVersionsTest {

    private static final String TEXT = Articles.seeds().get(0);
    private static final String OTHER = Articles.seeds().get(2);
    private static final String THIRD = Articles.seeds().get(3);

    private final DuplicateIndex duplicateIndex = DuplicateIndex.inMemory();
    private final Deduplicator deduplicator = new Deduplicator(duplicateIndex, DedupWindows.DEFAULT);
    private long offset;

    @Test
    void theCorrectedArticleIsNewAndItsEvidenceNamesTheDeadLetter() {
        deadLetter(article("a"));

        Decision corrected = decide(article("a").revision(2).text(TEXT));

        assertThat(corrected.verdict()).isEqualTo(Verdict.NEW);
        assertThat(corrected.rule()).isEqualTo(Rule.AFTER_DEAD_LETTER);
        assertThat(corrected.matchedArticle()).hasValueSatisfying(matched -> {
            assertThat(matched.articleId()).isEqualTo(id("a"));
            assertThat(matched.revision()).isEqualTo(1);
        });
        assertThat(corrected.cluster()).isEqualTo(id("a"));
        assertThat(corrected.flags()).isEmpty();
    }

    @Test
    void aDeadLetterTakesNoOrdinal() {
        decide(article("before").text(OTHER));
        deadLetter(article("a"));

        assertThat(decide(article("a").revision(2).text(TEXT)).ordinal()).isEqualTo(1);
    }

    @Test
    void howeverManyDeadLettersStandInARowTheFirstThatGetsThroughIsNew() {
        for (int revision = 1; revision <= 20; revision++) {
            deadLetter(article("a").revision(revision));
        }

        Decision corrected = decide(article("a").revision(21).text(TEXT));

        assertThat(corrected.verdict()).isEqualTo(Verdict.NEW);
        assertThat(corrected.matchedArticle().orElseThrow().revision()).isEqualTo(20);
    }

    @Test
    void theSameDeadLetterTwiceIsOne() {
        deadLetter(article("a"));
        deadLetter(article("a"));

        assertThat(decide(article("a").revision(2).text(TEXT)).verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void aDeadLetterBetweenTwoPublicationsLeavesTheSecondARevisionOfTheFirst() {
        deadLetter(article("a"));
        decide(article("a").revision(2).text(TEXT));
        deadLetter(article("a").revision(3));

        Decision last = decide(article("a").revision(4).text(OTHER));

        assertThat(last.verdict()).isEqualTo(Verdict.REVISION);
        assertThat(last.matchedArticle().orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void theCorrectedArticleThatEqualsAnotherIsItsCopy() {
        decide(article("first").text(TEXT));
        deadLetter(article("a"));

        Decision copy = decide(article("a").revision(2).text(TEXT));

        assertThat(copy.verdict()).isEqualTo(Verdict.EXACT);
        assertThat(copy.matchedArticle().orElseThrow().articleId()).isEqualTo(id("first"));
    }

    @Test
    void theCorrectedArticleOnceMoreIsARepetition() {
        deadLetter(article("a"));
        decide(article("a").revision(2).text(TEXT));

        assertThat(decide(article("a").revision(2).text(TEXT)).rule()).isEqualTo(Rule.REPUBLISHED);
    }

    @Test
    void theVersionThatGetsThroughAtASecondAttemptIsNew() {
        deadLetter(article("a"));
        deadLetter(article("b"));
        deadLetter(article("b").revision(2));

        assertThat(decide(article("a").text(TEXT)).rule()).isEqualTo(Rule.NO_CANDIDATE);
        Decision second = decide(article("b").revision(2).text(OTHER));
        assertThat(second.verdict()).isEqualTo(Verdict.NEW);
        assertThat(second.matchedArticle().orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void whatThePublisherDeadLetteredCountsAsWell() {
        Decision corrected = decide(article("a").revision(3).afterDeadLetters(2).text(TEXT));
        deadLetter(article("b").revision(2).afterDeadLetters(1));
        Decision both = decide(article("b").revision(4).afterDeadLetters(1).text(OTHER));

        assertThat(corrected.rule()).isEqualTo(Rule.AFTER_DEAD_LETTER);
        assertThat(corrected.matchedArticle().orElseThrow().revision()).isEqualTo(2);
        assertThat(both.rule()).isEqualTo(Rule.AFTER_DEAD_LETTER);
        assertThat(both.matchedArticle().orElseThrow().revision()).isEqualTo(3);
    }

    @Test
    void anUnknownRevisionAmongThemMayHaveBeenPublished() {
        deadLetter(article("a").revision(2));
        deadLetter(article("b"));

        assertThat(decide(article("a").revision(3).text(TEXT)).rule()).isEqualTo(Rule.SAME_ID);
        assertThat(decide(article("b").revision(3).text(OTHER)).rule()).isEqualTo(Rule.SAME_ID);
        Decision third = decide(article("c").revision(4).afterDeadLetters(2).text(THIRD));
        assertThat(third.rule()).isEqualTo(Rule.SAME_ID);
        assertThat(third.matchedArticle().orElseThrow().revision())
                .as("the one before the dead letters")
                .isEqualTo(1);
    }

    @Test
    void aPublicationThatWasForgottenIsNoDeadLetter() {
        decide(article("a").text(TEXT));
        passTime(0, 45);
        deadLetter(article("a").revision(2).day(45));

        assertThat(duplicateIndex.findRevisions(id("a"))).isEmpty();
        assertThat(decide(article("a").revision(3).text(OTHER).day(45)).rule()).isEqualTo(Rule.SAME_ID);
    }

    @Test
    void aDeadLetterThatWasForgottenIsNotKnownAnyMore() {
        deadLetter(article("a"));
        passTime(0, 45);

        assertThat(duplicateIndex.findRevisions(id("a"))).isEmpty();
        assertThat(decide(article("a").revision(2).text(OTHER).day(45)).rule()).isEqualTo(Rule.SAME_ID);
    }

    @Test
    void aDeadLetterThatComesAfterAHigherRevisionChangesNothing() {
        decide(article("a").revision(2).text(TEXT));
        deadLetter(article("a"));

        Decision next = decide(article("a").revision(3).text(OTHER));

        assertThat(next.verdict()).isEqualTo(Verdict.REVISION);
        assertThat(next.matchedArticle().orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void aLowerRevisionAfterTheCorrectedOneIsLate() {
        deadLetter(article("a"));
        deadLetter(article("a").revision(2));
        decide(article("a").revision(3).text(TEXT));

        Decision late = decide(article("a").revision(2).text(OTHER));

        assertThat(late.verdict()).isEqualTo(Verdict.REVISION);
        assertThat(late.flags()).containsExactly(Decision.LATE);
    }

    private void passTime(int from, int to) {
        for (int day = from; day <= to; day++) {
            decide(article("day " + day).text(THIRD + " " + day).day(day));
        }
    }

    private void deadLetter(Articles.Draft draft) {
        deduplicator.noteDeadLetter(draft.deadLetterAt(offset++));
    }

    private Decision decide(Articles.Draft draft) {
        return deduplicator.deduplicateArticle(draft.at(offset++));
    }
}
