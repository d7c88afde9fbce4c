package dev.tidings.streams.dedup.match;

import static dev.tidings.streams.dedup.match.Articles.article;
import static dev.tidings.streams.dedup.match.Articles.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {

    private static final String TEXT = Articles.seeds().get(0);
    private static final String OTHER = Articles.seeds().get(2);
    private static final String THIRD = Articles.seeds().get(3);

    private final DuplicateIndex duplicateIndex = DuplicateIndex.inMemory();
    private final Deduplicator deduplicator = new Deduplicator(duplicateIndex, DedupWindows.DEFAULT);
    private long offset;

    @Test
    void firstOfItsKindIsNew() {
        Decision decision = decide(article("a").text(TEXT));

        assertThat(decision.verdict()).isEqualTo(Verdict.NEW);
        assertThat(decision.rule()).isEqualTo(Rule.NO_CANDIDATE);
        assertThat(decision.matchedArticle()).isEmpty();
        assertThat(decision.cluster()).isEqualTo(id("a"));
        assertThat(decision.ordinal()).isZero();
    }

    @Test
    void exactCopyIsSuppressedWithEvidence() {
        decide(article("a").text(TEXT));

        Decision decision = decide(article("b").text(TEXT));

        assertThat(decision.verdict()).isEqualTo(Verdict.EXACT);
        assertThat(decision.verdict().isCopy()).isTrue();
        assertThat(decision.cluster()).isEqualTo(id("a"));
        assertThat(decision.matchedArticle()).hasValueSatisfying(matchedArticle -> {
            assertThat(matchedArticle.articleId()).isEqualTo(id("a"));
            assertThat(matchedArticle.revision()).isEqualTo(1);
            assertThat(matchedArticle.sourcePosition()).contains(new SourcePosition(0, 0));
            assertThat(matchedArticle.similarity())
                    .hasValueSatisfying(
                            similarity -> assertThat(similarity.jaccard()).isEqualTo(1));
        });
    }

    @Test
    void copyInOtherLettersAndDigitsIsExact() {
        decide(article("a").text(TEXT));

        assertThat(decide(article("b").text(Articles.respelt(TEXT))).verdict()).isEqualTo(Verdict.EXACT);
    }

    @Test
    void copiesOfACopyAreToldOfTheOriginal() {
        decide(article("a").text(TEXT));
        decide(article("b").text(TEXT));

        Decision third = decide(article("c").text(TEXT));

        assertThat(third.matchedArticle().orElseThrow().articleId()).isEqualTo(id("a"));
        assertThat(third.ordinal()).isEqualTo(2);
    }

    @Test
    void changedArticleIsARevisionAlsoWhenItGoesBack() {
        decide(article("a").text(TEXT));

        Decision changed = decide(article("a").revision(2).text(OTHER));
        Decision back = decide(article("a").revision(3).text(TEXT));

        assertThat(List.of(changed, back)).allSatisfy(decision -> {
            assertThat(decision.rule()).isEqualTo(Rule.SAME_ID);
            assertThat(decision.verdict().isCopy()).isFalse();
            assertThat(decision.late()).isFalse();
            assertThat(decision.cluster()).isEqualTo(id("a"));
        });
        assertThat(back.matchedArticle().orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void revisionThatEqualsAnotherArticleIsStillPublished() {
        decide(article("a").text(TEXT));
        decide(article("b").text(OTHER));

        assertThat(decide(article("b").revision(2).text(TEXT)).verdict()).isEqualTo(Verdict.REVISION);
    }

    @Test
    void revisionWhoseEarlierOnesAreUnknownIsStillPublished() {
        decide(article("a").text(TEXT));

        Decision decision = decide(article("b").revision(4).text(TEXT));

        assertThat(decision.rule()).isEqualTo(Rule.SAME_ID);
        assertThat(decision.matchedArticle().orElseThrow().revision()).isEqualTo(3);
    }

    @Test
    void sameRevisionAtAnotherReferenceIsRepublished() {
        decide(article("a").text(TEXT));
        decide(article("a").revision(2).text(OTHER));

        Decision again = decide(article("a").text(TEXT));

        assertThat(again.verdict()).isEqualTo(Verdict.EXACT);
        assertThat(again.rule()).isEqualTo(Rule.REPUBLISHED);
        assertThat(again.flags()).containsExactly(Decision.REPUBLISHED);
    }

    @Test
    void sameRevisionOfOtherContentIsARevision() {
        decide(article("a").text(TEXT));

        assertThat(decide(article("a").text(OTHER)).rule()).isEqualTo(Rule.SAME_ID);
    }

    @Test
    void lowerRevisionAfterAHigherOneIsLateAndNeverCurrent() {
        decide(article("a").revision(3).text(TEXT));

        Decision late = decide(article("a").revision(2).text(OTHER));
        Decision next = decide(article("a").revision(4).text(THIRD));

        assertThat(late.verdict()).isEqualTo(Verdict.REVISION);
        assertThat(late.flags()).containsExactly(Decision.LATE);
        assertThat(duplicateIndex.findRevisions(id("a")).orElseThrow().current().revision())
                .isEqualTo(4);
        assertThat(next.matchedArticle().orElseThrow().revision()).isEqualTo(3);
    }

    @Test
    void sameAddressWithChangedTextIsARevision() {
        decide(article("a").text(TEXT + OTHER).url("https://news.example/1"));

        Decision decision = decide(article("b").text(TEXT + THIRD).url("http://www.news.example/1/?utm_source=x"));

        assertThat(decision.rule()).isEqualTo(Rule.SAME_URL);
        assertThat(decision.cluster()).isEqualTo(id("a"));
    }

    @Test
    void sameAddressWithTheSameTextIsExact() {
        decide(article("a").text(TEXT).url("https://news.example/1"));

        assertThat(decide(article("b").text(Articles.respelt(TEXT)).url("https://news.example/1"))
                        .verdict())
                .isEqualTo(Verdict.EXACT);
    }

    @Test
    void textThatReturnsToAnAddressIsARevision() {
        decide(article("a").text(TEXT).url("https://news.example/1"));
        decide(article("b").text(TEXT + THIRD).url("https://news.example/1"));

        assertThat(decide(article("c").text(TEXT).url("https://news.example/1")).rule())
                .isEqualTo(Rule.SAME_URL);
    }

    @Test
    void addressReusedForAnotherArticleIsNew() {
        decide(article("a").title("Sochi").text(OTHER).url("https://news.example/column"));

        assertThat(decide(article("b").title("Syria").text(THIRD).url("https://news.example/column"))
                        .verdict())
                .isEqualTo(Verdict.NEW);
    }

    @Test
    void articlesWithoutAddressAreNotOfOneAddress() {
        decide(article("a").text(OTHER));

        assertThat(decide(article("b").text(THIRD)).verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void anArticleIsNeverADuplicateOfItsOwnRevisions() {
        for (int revision = 1; revision <= 20; revision++) {
            Decision decision = decide(article("a").revision(revision).text(TEXT + " " + revision));
            assertThat(decision.verdict().isCopy()).isFalse();
        }
    }

    @Test
    void textsOfNoContentAreNewHoweverMany() {
        for (String text : List.of("", " ", "Goal!", "a".repeat(1000))) {
            assertThat(decide(article("first " + text).text(text)).verdict()).isEqualTo(Verdict.NEW);
            assertThat(decide(article("second " + text).text(text)).verdict()).isEqualTo(Verdict.NEW);
        }
    }

    @Test
    void copyAfterTheWindowIsNew() {
        decide(article("a").text(TEXT).day(0));

        assertThat(decide(article("b").text(TEXT).day(29.9)).verdict()).isEqualTo(Verdict.EXACT);
        assertThat(decide(article("c").text(TEXT).day(30.1)).verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void articleOlderThanTheWindowIsLate() {
        decide(article("a").text(TEXT).day(40));

        Decision decision = decide(article("b").text(OTHER).day(20));

        assertThat(decision.flags()).containsExactly(Decision.LATE);
        assertThat(decision.verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void whatLeftEveryWindowIsForgotten() {
        for (int i = 0; i < 100; i++) {
            decide(article("old " + i).text(TEXT + " " + i).day(0));
        }
        for (int i = 0; i < 100; i++) {
            decide(article("new " + i).text(OTHER + " " + i).day(40));
        }

        assertThat(duplicateIndex.findExpiries(DedupWindows.Window.EXACT, 30, 1000))
                .isEmpty();
        assertThat(duplicateIndex.findExpiries(DedupWindows.Window.NEAR, 30, 1000))
                .isEmpty();
        for (int i = 0; i < 100; i++) {
            assertThat(duplicateIndex.findArticle(new SourcePosition(0, i))).isEmpty();
            assertThat(duplicateIndex.findRevisions(id("old " + i))).isEmpty();
        }
        assertThat(duplicateIndex.findArticle(new SourcePosition(0, 150))).isPresent();
    }

    @Test
    void expiryGoesInSlicesHoweverMuchExpires() {
        for (int i = 0; i < 500; i++) {
            decide(article("old " + i).text(TEXT + " " + i).day(0));
        }

        for (int i = 0; i < 35; i++) {
            decide(article("new " + i).text(OTHER + " " + i).day(40));
        }

        assertThat(duplicateIndex.findExpiries(DedupWindows.Window.EXACT, 1, 1000))
                .hasSizeBetween(300, 499);
    }

    @Test
    void keyThatEverybodyHasIsNotLookedUp() {
        String shared = "The weather service of the region gives the outlook for the coming night and day as follows.";
        for (int i = 0; i < 600; i++) {
            decide(article("hot " + i)
                    .text(shared + " " + Integer.toString(i, 36).repeat(3) + " " + i));
        }
        Sketch sketch = Articles.sketch(shared);

        assertThat(sketch.keys()).isNotEmpty();
        assertThat(sketch.keys())
                .allSatisfy(key -> assertThat(duplicateIndex.findPostings(BlockingKey.ofShingle(key)))
                        .hasSizeLessThanOrEqualTo(DuplicateThresholds.MAX_KEY_ARTICLES));
    }

    @Test
    void oneSequenceGivesOneListOfDecisions() {
        assertThat(replay(mixed())).isEqualTo(replay(mixed()));
    }

    private static List<Decision> replay(List<IncomingArticle> incomingArticles) {
        Deduplicator fresh = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
        return incomingArticles.stream().map(fresh::deduplicateArticle).toList();
    }

    static List<IncomingArticle> mixed() {
        List<IncomingArticle> incomingArticles = new ArrayList<>();
        List<String> seeds = Articles.seeds();
        for (int i = 0; i < 200; i++) {
            String seed = seeds.get(i % 4);
            int from = i * 37 % (seed.length() / 2);
            String text = i % 3 == 0 ? seed : seed.substring(from, from + seed.length() / 2);
            incomingArticles.add(article("m" + i % 90)
                    .revision(1 + i / 90)
                    .text(text)
                    .url("https://news.example/" + i % 50)
                    .day(i / 5.0)
                    .from(i % 3)
                    .at(i));
        }
        return incomingArticles;
    }

    private Decision decide(Articles.Draft draft) {
        return deduplicator.deduplicateArticle(draft.at(offset++));
    }
}
