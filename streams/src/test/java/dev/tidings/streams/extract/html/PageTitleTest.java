package dev.tidings.streams.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {

    private static final String HEADLINE = "River talks end with a gauge";
    private static final String SHARED = "What two countries agreed on their river";

    @Test
    void theTitleToShareCountsWhereThePageShowsItAsItsHeading() {
        assertThat(title(data(HEADLINE, ""), shared(SHARED), window("The river, explained"), heading(SHARED)))
                .contains(SHARED);
        assertThat(title(data(HEADLINE, ""), shared(SHARED), window(SHARED), heading(HEADLINE)))
                .contains(HEADLINE);
    }

    @Test
    void theTitleToShareCountsWhereHeadingAndDataRepeatTheWindow() {
        assertThat(title(data(HEADLINE, ""), shared(SHARED), window(HEADLINE + " | Gazette"), heading(HEADLINE)))
                .contains(SHARED);
        assertThat(title(data(HEADLINE, ""), shared(SHARED), window(HEADLINE + " | Gazette"), heading("Live")))
                .contains(HEADLINE);
    }

    @ParameterizedTest
    @CsvSource({"name", "alternativeHeadline"})
    void aHeadlineThatTheDataGiveTwiceStands(String property) {
        String twice = data(HEADLINE, ",\"" + property + "\":\"" + HEADLINE + "\"");
        assertThat(title(twice, shared(SHARED), window(HEADLINE), heading(HEADLINE)))
                .contains(HEADLINE);
        assertThat(title(twice, shared(SHARED), window(SHARED), heading(SHARED)))
                .contains(HEADLINE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            River talks: a `gauge`#    River talks - a "gauge"#  River talks - a "gauge" | Gazette#  River talks - a "gauge"
            River talks: a `gauge`#    River talks - a "gauge"#  River talks: a `gauge` | Gazette#   River talks: a `gauge`
            River talks: a `gauge`#    River talks - a "gauge"#  The river#                          River talks: a `gauge`
            """)
    void ofOneHeadlineInTwoSpellingsTheOneInTheWindowCounts(
            String headline, String shared, String window, String title) {
        assertThat(title(data(headline, ""), shared(shared), window(window))).contains(title);
    }

    @ParameterizedTest
    @CsvSource({"River talks end with…", "River talks end with ...", "River talks end with a g…"})
    void aHeadlineThatIsCutOffGoesOnInTheTitleToShare(String headline) {
        assertThat(title(data(headline, ""), shared(HEADLINE))).contains(HEADLINE);
        assertThat(title(data(headline, ""), shared(SHARED))).contains(headline);
    }

    @Test
    void whatBothTitlesEndWithBelongsToThemUnlessItNamesTheSite() {
        String guide = HEADLINE + " - dates and places";
        assertThat(title(data(guide, ""), shared(guide), heading(HEADLINE))).contains(guide);
        assertThat(title(data(HEADLINE, ""), shared(guide))).contains(HEADLINE);
        String named = HEADLINE + " - The Gazette";
        assertThat(title(data(named, ""), shared(named), heading(HEADLINE))).contains(HEADLINE);
    }

    @ParameterizedTest
    @CsvSource({"-WorldㅣThe Gazette", "(The Gazette)", "--the gazette", "_The Gazette"})
    void theNameOfTheSiteIsKnownBehindAnotherTitleWhateverTheSign(String suffix) {
        assertThat(title("<meta name='headline' content='" + HEADLINE + "'>", shared(HEADLINE + suffix)))
                .contains(HEADLINE);
        assertThat(title(shared(HEADLINE + suffix))).contains(HEADLINE + suffix);
    }

    @Test
    void aNameThatIsRepeatedIsCutOffEachTimeButNotEndlessly() {
        assertThat(title(shared(HEADLINE + " | Gazette".repeat(100)))).contains(HEADLINE);
        String endless = HEADLINE + " | Gazette".repeat(100_000);
        assertThat(title(shared(endless))).contains(endless);
    }

    private static Optional<String> title(String... markup) {
        Document page = Jsoup.parse("<meta property='og:site_name' content='The Gazette'>" + String.join("", markup));
        return new PageTitle(page, new MetaTags(page), LinkedData.of(page)).titleText();
    }

    private static String data(String headline, String more) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + headline + "\"" + more
                + "}</script>";
    }

    private static String shared(String title) {
        return "<meta property='og:title' content='" + title + "'>";
    }

    private static String window(String title) {
        return "<title>" + title + "</title>";
    }

    private static String heading(String title) {
        return "<h1>" + title + "</h1>";
    }
}
