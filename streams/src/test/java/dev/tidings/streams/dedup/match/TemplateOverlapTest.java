package dev.tidings.streams.dedup.match;

import static dev.tidings.streams.dedup.match.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import org.junit.jupiter.api.Test;

/** Short texts inside what a site puts around each of them, as long as the site is not known. */
class TemplateOverlapTest {

    private static final String ABOVE = """
            Go to the main page or search the archive of the paper since 1951

            Read this report aloud, save it for later or send it to a friend

            Members of the cooperative sign in here

            Our evening letter brings you the five reports of the day that matter, free and without advertising

            """;
    private static final String BELOW = """


            The paper is printed by its readers' cooperative; every member has one vote in the yearly assembly

            Have you seen something that the town should know? Write to the desk or leave a message on our line

            Words and pictures belong to those who made them and may be used elsewhere only after asking

            """;

    private static final String PLAYGROUND =
            "Two swings and a well of sand: the new playground of the lower town was opened by those who had planned it.";
    private static final String FERRY =
            "Whoever crosses the river after dark takes the bridge: nobody wants to steer the small ferry at night.";
    private static final String BAKERY =
            "After seventy years the baker beside the church retires, and neither of his daughters takes over the oven.";

    private final Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
    private long offset;

    @Test
    void thirdTextInTheFrameShowsThatTwoShareNoMore() {
        decide("bakery", "Last loaves from the old oven at Saint Mary's", BAKERY);
        decide("playground", "Children open the playground that they planned", PLAYGROUND);

        Decision ferry = decide("ferry", "No more crossings by boat once it is dark", FERRY);

        assertThat(ferry.rule()).isEqualTo(Rule.RELATED_TEXT);
        assertThat(ferry.cluster()).isEqualTo(Articles.id("ferry"));
    }

    /** What the rules cannot know; the test above would say nothing if they could. */
    @Test
    void withoutAThirdTextTwoLookLikeCopies() {
        decide("playground", "Children open the playground that they planned", PLAYGROUND);

        Decision ferry = decide("ferry", "No more crossings by boat once it is dark", FERRY);

        assertThat(ferry.cluster()).isEqualTo(Articles.id("playground"));
    }

    @Test
    void copyUnderAnotherHeadlineIsFoundAmongTextsInItsFrame() {
        decide("bakery", "Last loaves from the old oven at Saint Mary's", BAKERY);
        decide("ferry", "No more crossings by boat once it is dark", FERRY);

        Decision copy = decide(
                "copy", "River passengers sent over the bridge at night", FERRY.replace("the small ferry", "the boat"));

        assertThat(copy.verdict().joinsCluster()).isTrue();
        assertThat(copy.cluster()).isEqualTo(Articles.id("ferry"));
    }

    @Test
    void copiesOfOneTextDoNotSpeakAgainstEachOther() {
        String report = SimilarityTest.text(80, 300);
        String[] titles = {"Harvest begins two weeks early", "Vineyards short of pickers", "Sweet grapes, few hands"};
        for (int i = 0; i < titles.length; i++) {
            deduplicator.deduplicateArticle(article("copy" + i)
                    .title(titles[i])
                    .text(report + "Desk " + i)
                    .at(offset++));
        }

        Decision rewritten = deduplicator.deduplicateArticle(article("rewritten")
                .title("A dry summer brings the wine forward")
                .text(report.replaceAll("(\\S+ \\S+ \\S+ \\S+ \\S+ \\S+ \\S+ )\\S+ ", "$1so "))
                .at(offset++));

        assertThat(rewritten.rule()).isEqualTo(Rule.REWRITTEN);
        assertThat(rewritten.cluster()).isEqualTo(Articles.id("copy0"));
    }

    private Decision decide(String name, String title, String brief) {
        return deduplicator.deduplicateArticle(
                article(name).title(title).text(ABOVE + brief + BELOW).at(offset++));
    }
}
