package dev.tidings.app.fault.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check of the fault suite can fail: each loss and each duplicate that is planted here is found. */
class LedgerTest {

    private static final List<Planned> PLAN = List.of(
            new Planned("news/alone", "1", Planned.Ending.PUBLISHED, ""),
            new Planned("news/one", "2", Planned.Ending.ONE_OF_A_PAIR, "news/other"),
            new Planned("news/other", "2", Planned.Ending.ONE_OF_A_PAIR, "news/one"),
            new Planned("news/bad", "3", Planned.Ending.DEAD, ""));

    private final Ledger ledger = new Ledger();
    private final List<String> articles = new ArrayList<>(List.of("alone#1", "one#1"));
    private final List<String> suppressed = new ArrayList<>(List.of("other#1"));

    @BeforeEach
    void aRunInWhichAllWentWell() {
        ledger.notePublished("alone#1", "news/alone", "1");
        ledger.notePublished("one#1", "news/one", "2");
        ledger.notePublished("other#1", "news/other", "2");
        ledger.notePublished("bad#1", "news/bad", "3");
        ledger.noteEnd(Place.ENRICHED, "alone#1");
        ledger.noteEnd(Place.ENRICHED, "one#1");
        ledger.noteEnd(Place.SUPPRESSED, "other#1");
        ledger.noteEnd(Place.DEAD, "bad#1");
    }

    @Test
    void whereAllWentWellThereIsNoComplaint() {
        assertThat(ledger.isSettled(PLAN)).isTrue();
        assertThat(audit().complaints()).isEmpty();
        assertThat(audit().ids()).isEqualTo(4);
    }

    @Test
    void aFileThatWasNeverPublishedIsLost() {
        List<Planned> more = new ArrayList<>(PLAN);
        more.add(new Planned("news/never", "4", Planned.Ending.PUBLISHED, ""));

        assertThat(ledger.isSettled(more)).isFalse();
        assertThat(ledger.audit(more, stored()).lost()).containsExactly("news/never is not in the raw topic");
    }

    @Test
    void aPublishedVersionWithoutAnOutcomeIsLost() {
        ledger.notePublished("alone#2", "news/alone", "1b");

        assertThat(ledger.isSettled(PLAN)).isFalse();
        assertThat(audit().lost()).containsExactly("news/alone (alone#2) has no outcome");
    }

    @Test
    void anEnrichedVersionThatTheStoreLacksIsLost() {
        articles.remove("alone#1");

        assertThat(audit().lost()).containsExactly("news/alone (alone#1) is ENRICHED but not in the store");
    }

    @Test
    void aCopyThatTheStoreLacksIsLost() {
        suppressed.clear();

        assertThat(audit().lost()).containsExactly("news/other (other#1) is SUPPRESSED but not in the store");
    }

    @Test
    void anArticleThatIsEnrichedTwiceIsDoubled() {
        ledger.noteEnd(Place.ENRICHED, "alone#1");

        assertThat(audit().doubled()).containsExactly("news/alone (alone#1) has 2 outcomes: {ENRICHED=2}");
    }

    @Test
    void anArticleThatIsPublishedAndSuppressedIsDoubled() {
        ledger.noteEnd(Place.SUPPRESSED, "alone#1");
        suppressed.add("alone#1");

        assertThat(audit().doubled())
                .containsExactly("news/alone (alone#1) has 2 outcomes: {ENRICHED=1, SUPPRESSED=1}");
    }

    @Test
    void aRawRecordThatCameTwiceIsDoubled() {
        ledger.notePublished("alone#1", "news/alone", "1");

        assertThat(audit().doubled()).containsExactly("news/alone (alone#1) is in the raw topic 2 times");
    }

    @Test
    void oneContentUnderTwoRevisionsIsDoubled() {
        ledger.notePublished("alone#2", "news/alone", "1");
        ledger.noteEnd(Place.ENRICHED, "alone#2");
        articles.add("alone#2");

        assertThat(audit().doubled()).containsExactly("news/alone has 2 revisions of one content");
    }

    @Test
    void whatTheStoreHoldsTwiceOrAloneIsDoubled() {
        articles.add("alone#1");
        articles.add("nobody#1");

        assertThat(audit().doubled())
                .containsExactly(
                        "news/alone (alone#1) is in the store once more than ENRICHED",
                        "nobody#1 is in the store once more than ENRICHED");
    }

    @Test
    void anArticleThatIsAlikeToNoneMustNotBeSuppressed() {
        Ledger other = new Ledger();
        other.notePublished("alone#1", "news/alone", "1");
        other.noteEnd(Place.SUPPRESSED, "alone#1");
        Audit audit = other.audit(PLAN.subList(0, 1), new StoredVersions(List.of(), List.of("alone#1")));

        assertThat(audit.wrong()).containsExactly("news/alone (alone#1) should end PUBLISHED, but is {SUPPRESSED=1}");
    }

    @Test
    void aPairOfWhichBothArePublishedIsWrong() {
        Ledger other = new Ledger();
        other.notePublished("one#1", "news/one", "2");
        other.notePublished("other#1", "news/other", "2");
        other.noteEnd(Place.ENRICHED, "one#1");
        other.noteEnd(Place.ENRICHED, "other#1");
        Audit audit = other.audit(PLAN.subList(1, 3), new StoredVersions(List.of("one#1", "other#1"), List.of()));

        assertThat(audit.wrong()).hasSize(2);
    }

    @Test
    void aGoodArticleAmongTheDeadLettersIsWrong() {
        Ledger other = new Ledger();
        other.notePublished("alone#1", "news/alone", "1");
        other.noteEnd(Place.DEAD, "alone#1");
        Audit audit = other.audit(PLAN.subList(0, 1), new StoredVersions(List.of(), List.of()));

        assertThat(audit.wrong()).containsExactly("news/alone (alone#1) should end PUBLISHED, but is {DEAD=1}");
    }

    @Test
    void whatNobodyPlannedIsWrong() {
        ledger.notePublished("stranger#1", "other/stranger", "9");
        ledger.noteEnd(Place.DEAD, "stranger#1");

        assertThat(audit().wrong()).containsExactly("other/stranger (stranger#1) was not planned");
    }

    private Audit audit() {
        return ledger.audit(PLAN, stored());
    }

    private StoredVersions stored() {
        return new StoredVersions(articles, suppressed);
    }
}
