package dev.tidings.streams.dedup.match;

import static dev.tidings.streams.dedup.match.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.sketch.ShingleSketch;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRulesTest {

    private static final String TITLE = "Mayor of the old town opens the new bridge";
    private static final String TEXT = SimilarityTest.text(1, 200);

    private final Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
    private long offset;

    @Test
    void copyWithADatelineAndAFooterIsNear() {
        decide(article("a").text(TEXT));

        Decision copy = decide(article("b").text("LONDON, 5 May (Agency) - " + TEXT + "Follow us everywhere."));

        assertThat(copy.verdict()).isEqualTo(Verdict.NEAR);
        assertThat(copy.cluster()).isEqualTo(Articles.id("a"));
    }

    @Test
    void copyCutShortIsContainedAndTheLongerVersionAnExpansion() {
        decide(article("a").text(TEXT));
        decide(article("c").text(SimilarityTest.text(2, 100)));

        assertThat(decide(article("b").text(TEXT.substring(0, TEXT.length() * 2 / 5)))
                        .verdict())
                .isEqualTo(Verdict.CONTAINED);
        assertThat(decide(article("d").text(SimilarityTest.text(2, 100) + SimilarityTest.text(3, 150)))
                        .verdict())
                .isEqualTo(Verdict.EXPANSION);
    }

    @Test
    void leadUnderTheSameTitleIsContainedHoweverShort() {
        decide(article("a").title(TITLE).text(TEXT));
        decide(article("c").text(TEXT));

        assertThat(decide(article("b").title(TITLE).text(TEXT.substring(0, TEXT.length() / 8)))
                        .verdict())
                .isEqualTo(Verdict.CONTAINED);
    }

    @Test
    void sentencesUnderAnotherTitleAreNoCopy() {
        decide(article("a").title(TITLE).text(TEXT));

        assertThat(decide(article("b")
                                .title("Something else that nobody has foreseen happened")
                                .text(TEXT.substring(TEXT.length() / 2, TEXT.length() * 5 / 8)))
                        .verdict()
                        .isCopy())
                .isFalse();
    }

    @Test
    void copyUnderAnotherHeadlineIsFound() {
        decide(article("a").title(TITLE).text(TEXT));

        Decision copy = decide(article("b")
                .title("Something else that nobody has foreseen happened")
                .text(TEXT + "End."));

        assertThat(copy.verdict()).isEqualTo(Verdict.NEAR);
    }

    @Test
    void followUpThatRepeatsTheLastReportBelowItsNewsIsPublished() {
        String news = SimilarityTest.text(40, 90);
        decide(article("a").title(TITLE).text(TEXT));

        Decision followUp = decide(article("b")
                .title("Bridge of the old town closes again after a day")
                .text(news + TEXT));

        assertThat(followUp.matchedArticle()
                        .orElseThrow()
                        .similarity()
                        .orElseThrow()
                        .jaccard())
                .isGreaterThan(0.55);
        assertThat(followUp.verdict().isCopy()).isFalse();
    }

    @Test
    void leadUnderAnotherHeadlineIsContained() {
        decide(article("a").title(TITLE).text(TEXT));

        Decision lead = decide(article("b")
                .title("Something else that nobody has foreseen happened")
                .text(TEXT.substring(0, TEXT.length() / 3)));

        assertThat(lead.verdict()).isEqualTo(Verdict.CONTAINED);
    }

    @Test
    void twoFormsFilledInWithOtherNamesAreTwoArticles() {
        String form = "%1$s is one of the five who stand for it. " + SimilarityTest.text(50, 22) + "%1$s "
                + SimilarityTest.text(51, 22) + "Vote for %1$s";
        decide(article("a")
                .title("The sports star of the year in Africa: Ntando Mahlangu")
                .text(form.formatted("Ntando Mahlangu")));

        Decision other = decide(article("b")
                .title("The sports star of the year in Africa: Faith Kipyegon")
                .text(form.formatted("Faith Kipyegon")));

        assertThat(other.matchedArticle()).isPresent();
        assertThat(other.verdict().isCopy()).isFalse();
    }

    @Test
    void storiesOnOneTemplateAreTwoStories() {
        String report = "The magnitude %s earthquake struck %d km north of the capital at %d:%d on a depth of %d km, "
                + "the seismological centre said, adding that no damage was reported and residents should stay calm.";
        decide(article("a").text(report.formatted("4", 31, 12, 55, 10)));

        Decision other = decide(article("b").text(report.formatted("5", 77, 3, 18, 22)));

        assertThat(other.rule()).isEqualTo(Rule.NUMBERS_DIFFER);
        assertThat(other.verdict()).isEqualTo(Verdict.NEW);
        assertThat(other.cluster()).isEqualTo(Articles.id("b"));
    }

    @Test
    void roundUpDoesNotGlueTheStoriesItSumsUp() {
        List<String> stories =
                List.of(SimilarityTest.text(11, 200), SimilarityTest.text(12, 200), SimilarityTest.text(13, 200));
        StringBuilder leads = new StringBuilder();
        for (int i = 0; i < stories.size(); i++) {
            decide(article("s" + i).title(TITLE + " " + "abc".charAt(i)).text(stories.get(i)));
            leads.append(stories.get(i), 0, 300);
        }

        Decision roundUp = decide(article("roundup").title("Morning briefing").text(leads.toString()));

        assertThat(roundUp.verdict().joinsCluster()).isFalse();
    }

    @Test
    void articlesThatShareTheirBackgroundOnlyAreTwoArticles() {
        String background = SimilarityTest.text(20, 60);
        decide(article("a").text(SimilarityTest.text(21, 160) + background));

        Decision other = decide(article("b").text(SimilarityTest.text(22, 160) + background));

        assertThat(other.verdict().joinsCluster()).isFalse();
        assertThat(other.matchedArticle()).isPresent();
    }

    @Test
    void correctedNumberIsSeenAsSuch() {
        String text = SimilarityTest.text(30, 150) + " 12 34 56 78 ";
        decide(article("a").text(text + "90"));

        Decision corrected = decide(article("b").text(text + "91"));

        assertThat(corrected.verdict()).isEqualTo(Verdict.UPDATED);
        assertThat(corrected.numbersChanged()).isTrue();
        assertThat(corrected.change().numbersBefore()).containsExactly("90");
        assertThat(corrected.change().numbersAfter()).containsExactly("91");
    }

    @Test
    void rewrittenUnderAnotherHeadlineIsLinkedAlsoWhenItIsShort() {
        decide(article("a").title(TITLE).text(SimilarityTest.text(60, 110)));

        Decision rewritten = decide(article("b")
                .title("Something else that nobody has foreseen happened")
                .text(everySo(SimilarityTest.text(60, 110), 19)));

        assertThat(rewritten.verdict()).isEqualTo(Verdict.REWRITTEN);
        assertThat(rewritten.cluster()).isEqualTo(Articles.id("a"));
    }

    @Test
    void alertUnderAnotherHeadlineIsLinkedAndACaptionIsNot() {
        String other = "Something else that nobody has foreseen happened";
        decide(article("a").title(TITLE).text(SimilarityTest.text(70, 30)));
        decide(article("c").title(TITLE).text(SimilarityTest.text(71, 18)));

        Decision alert = decide(article("b").title(other).text(SimilarityTest.text(70, 30)));
        Decision caption = decide(article("d").title(other).text(SimilarityTest.text(71, 18)));

        assertThat(alert.verdict()).isEqualTo(Verdict.REWRITTEN);
        assertThat(caption.verdict()).isEqualTo(Verdict.RELATED_TEXT);
    }

    /** The figures are those of two reports on a squad, the second of which begins with its news. */
    @Test
    void followUpThatBeginsAnewIsNoRewrittenText() {
        ShingleSketch squad =
                Articles.sketch(SimilarityTest.text(61, 800)).shingles().orElseThrow();
        Similarity followUp = new Similarity(0.5, 0.78, 0.44, 1, 0.44, 0.54, 0.83, false, TitleAgreement.OTHER, 28);
        Similarity rewritten = new Similarity(0.5, 0.78, 0.44, 0.8, 0.44, 0.54, 0.83, false, TitleAgreement.OTHER, 28);

        assertThat(TextRules.ruleBetween(squad, squad, followUp)).isEqualTo(Rule.RELATED_TEXT);
        assertThat(TextRules.ruleBetween(squad, squad, rewritten)).isEqualTo(Rule.REWRITTEN);
    }

    @Test
    void oneOtherWordInAShortHeadlineIsAnotherSubject() {
        String answer = "%s is no cure, say the doctors. " + SimilarityTest.text(64, 70);
        decide(article("a")
                .title("Ask the doctors about the virus: is the herb a cure?")
                .text(answer.formatted("The herb of the island")));

        Decision other = decide(article("b")
                .title("Ask the doctors about the virus: is a drug against worms the cure?")
                .text(answer.formatted("What is given to worms")));

        assertThat(other.verdict().isCopy()).isFalse();
    }

    private static String everySo(String text, int words) {
        String[] all = text.split(" ");
        for (int i = words - 1; i < all.length; i += words) {
            all[i] = "so";
        }
        return String.join(" ", all);
    }

    @Test
    void whicheverOfTwoTextsComesFirstTheRuleIsTheSame() {
        List<ShingleSketch> sketches = DeduplicatorTest.mixed().stream()
                .flatMap(incomingArticle -> incomingArticle.sketch().shingles().stream())
                .limit(80)
                .toList();

        for (ShingleSketch one : sketches) {
            for (ShingleSketch other : sketches) {
                Rule there = rule(one, other);
                Rule back = rule(other, one);
                if (there == Rule.CONTAINED) {
                    // What is contained contains, seen from the other side; a round-up is only related.
                    assertThat(back).isIn(Rule.CONTAINED, Rule.EXPANSION, Rule.RELATED_TEXT);
                } else if (back != Rule.CONTAINED) {
                    assertThat(there).isEqualTo(back);
                }
            }
        }
    }

    private static Rule rule(ShingleSketch incoming, ShingleSketch indexed) {
        return TextRules.ruleBetween(incoming, indexed, Similarity.of(incoming, indexed));
    }

    private Decision decide(Articles.Draft draft) {
        return deduplicator.deduplicateArticle(draft.at(offset++));
    }
}
