package dev.tidings.streams.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.Seeds;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.streams.extract.Title;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlExtractorTest {

    private static final String FIRST =
            "The ministers of both countries met on Tuesday to speak about the river that their farmers share, after a dry winter.";
    private static final String SECOND =
            "They agreed on a gauge at the border, which both sides may read at any hour, and on a meeting every spring.";
    private static final String MENU =
            "<nav><ul><li><a href='/'>Home</a><li><a href='/w'>World</a><li><a href='/s'>Sport</a></ul></nav>";

    private final HtmlExtractor extractor = new HtmlExtractor();

    @Test
    void theArticleIsTheDenseTextWithoutMenusAndTeasers() {
        Extraction page = extract("<html><head><title>River talks | The Gazette</title>"
                + "<meta property='og:site_name' content='The Gazette'></head><body>" + MENU
                + "<article><h1>River talks</h1><p>" + FIRST + "</p><h2>A gauge</h2><p>" + SECOND + "</p></article>"
                + "<div class='related'><p>More news that this page would like you to read as well, if you have the time.</p></div>"
                + "<footer><p>All about our company, its addresses and everybody who ever worked for it.</p></footer>");
        assertThat(page.title()).contains(new Title("River talks", Title.Origin.MARKUP));
        assertThat(contents(page, TextBlockRole.HEADLINE)).containsExactly("River talks");
        assertThat(page.body()).isEqualTo(FIRST + "\n\nA gauge\n\n" + SECOND);
        assertThat(page.flags()).isEmpty();
    }

    @Test
    void whatThePageSaysAboutItselfIsTaken() {
        Extraction page = extract("<html lang='en-GB'><head><link rel='canonical' href='https://gazette.example/river'>"
                + "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"NewsArticle\","
                + "\"headline\":\"River talks &amp; more\",\"datePublished\":\"2024-05-03T06:00:00+02:00\","
                + "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"@type\":\"Person\",\"name\":\"Bo Ek\"}],"
                + "\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Gazette\"},}]}</script></head>"
                + "<body><p>By Ann Lee, Bo Ek</p><p>" + FIRST + "</p><p>" + SECOND + "</p>");
        DocumentMetadata stated = page.documentMetadata();
        assertThat(page.title()).contains(new Title("River talks & more", Title.Origin.MARKUP));
        assertThat(stated.byline()).contains("Ann Lee, Bo Ek");
        assertThat(stated.sources()).containsExactly(new DocumentMetadata.Source("The Gazette", "publisher"));
        assertThat(stated.canonicalUrl()).contains("https://gazette.example/river");
        assertThat(stated.language()).contains("en-GB");
        assertThat(stated.published().orElseThrow().iso()).isEqualTo("2024-05-03T06:00:00+02:00");
        assertThat(stated.published().orElseThrow().precision()).isEqualTo("second");
        assertThat(contents(page, TextBlockRole.BYLINE)).containsExactly("By Ann Lee, Bo Ek");
    }

    @Test
    void whatAPageDoesNotSayIsMissing() {
        Extraction page = extract("<p>" + FIRST + "</p><p>" + SECOND + "</p>");
        assertThat(page.title()).isEmpty();
        assertThat(page.documentMetadata()).isEqualTo(DocumentMetadata.NONE);
        assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            River talks today#                 River talks today | Gazette#            River talks today#      River talks today
            A river: River talks today#        River talks today#                      River talks today#      River talks today
            River talks today#                 A river / River talks today#            River talks today#      River talks today
            #                                  River talks today - World | The Gazette | by Ann Lee#  River talks today#  River talks today
            #                                  River talks today – gazette#            #                       River talks today
            Talks: rivers and lakes#           #                                       Rivers and lakes today# Talks: rivers and lakes
            #                                  #                                       <b>River</b> talks<br>today# River talks today
            Débat : le fleuve aujourd’hui#     #                                       Débat : le fleuve aujourd’hui# Débat : le fleuve aujourd’hui
            #                                  #                                       Débat&nbsp;: le fleuve# Débat : le fleuve
            Débat&nbsp;: &laquo;le fleuve&raquo;# #                                    #                       Débat : «le fleuve»
            رووبارەکە: دانوستاندن لە سنوور#      دانوستاندن لە سنوور#            #                       دانوستاندن لە سنوور
            两国举行会谈讨论河流问题#              两国举行会谈讨论河流问题｜Gazette#        #                       两国举行会谈讨论河流问题
            """)
    void theTitleIsTheHeadlineWithoutKickerAndNameOfTheSite(
            String headline, String shared, String heading, String title) {
        Extraction page = extract("<meta property='og:site_name' content='The Gazette'>"
                + (headline == null
                        ? ""
                        : "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + headline
                                + "\"}</script>")
                + (shared == null ? "" : "<meta property='og:title' content='" + shared + "'>")
                + (heading == null ? "" : "<h1>" + heading + "</h1>") + "<p>" + FIRST + "</p><p>" + SECOND + "</p>");
        assertThat(page.title()).contains(new Title(title, Title.Origin.MARKUP));
    }

    @Test
    void theTitleThatDidNotCountIsNoPartOfTheTextEither() {
        Extraction page =
                extract("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"River talks\"}"
                        + "</script><meta property='og:title' content='A gauge at the border'><h1>A gauge at the border</h1><p>"
                        + FIRST + "</p><h2>River talks</h2><p>" + SECOND + "</p>");
        assertThat(page.title()).contains(new Title("A gauge at the border", Title.Origin.MARKUP));
        assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void linesParagraphsAndBoxesAreParagraphsAlike() {
        assertThat(extract("<div>" + FIRST + "<br><br>" + SECOND + "</div>").body())
                .isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(extract("<div><div>" + FIRST + "</div><div>" + SECOND + "</div></div>")
                        .body())
                .isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(extract("<p>One line,<br>and one more of the same paragraph that goes on for a while.</p>")
                        .body())
                .isEqualTo("One line, and one more of the same paragraph that goes on for a while.");
    }

    @Test
    void leadCaptionAndRepetitionHaveTheirRoles() {
        Extraction page = extract(
                "<h1>River talks</h1><p class='standfirst'>Two neighbours want to share what water there is.</p>"
                        + "<div><p>" + FIRST + "</p><figure><img><figcaption>The river in May</figcaption></figure><p>"
                        + SECOND
                        + "</p><p>Farmers at the border. Photo: Ann Lee</p><p>" + SECOND + "</p><p>" + FIRST
                        + "</p></div>");
        assertThat(contents(page, TextBlockRole.LEAD))
                .containsExactly("Two neighbours want to share what water there is.");
        assertThat(contents(page, TextBlockRole.CAPTION))
                .containsExactly("The river in May", "Farmers at the border. Photo: Ann Lee");
        assertThat(contents(page, TextBlockRole.DUPLICATE)).containsExactly(SECOND, FIRST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            وەزیرانی هەردوو وڵات رۆژی سێشەممە کۆبوونەوە و باسیان لە رووبارەکە کرد. | پاش زستانێکی وشک رێککەوتن لەسەر پێوەرێک لە سنوور.
            اجتمع وزيرا البلدين يوم الثلاثاء للتحدث عن النهر الذي يتقاسمه المزارعون. | واتفقا على مقياس عند الحدود يقرؤه الجانبان في أي ساعة.
            وزیران دو کشور روز سه‌شنبه درباره رودخانه مشترک گفت‌وگو کردند و قرار گذاشتند. | آنها درباره نصب یک سنجه در مرز به توافق رسیدند.
            Министры обеих стран встретились во вторник, чтобы поговорить о реке. | Они договорились о водомере на границе и о встрече весной.
            两国部长星期二会面，讨论农民共用的河流，因为去年冬天非常干旱。 | 双方同意在边境设立水位计，并在每年春天举行会议，讨论用水。
            両国の大臣は火曜日に会談し、農民が共有する川について話し合った。 | 国境に水位計を設置し、毎年春に会合を開くことで合意した。
            """)
    void pagesInEveryScriptAreRead(String first, String second) {
        Extraction page = extract(MENU + "<div id=x><p>" + first + "</p><p>" + second + "</p></div>");
        assertThat(page.body()).isEqualTo(first + "\n\n" + second);
    }

    @Test
    void theDatelineIsStated() {
        Extraction page =
                extract("<p>بغداد (رويترز) - قال مسؤولون يوم الثلاثاء إن الوزيرين اجتمعا للتحدث عن مياه النهر.</p>");
        assertThat(page.documentMetadata().located()).contains("بغداد");
        assertThat(page.documentMetadata().sources()).containsExactly(new DocumentMetadata.Source("رويترز", "agency"));
    }

    @Test
    void aPageWhoseScriptBringsTheTextIsReadFromItsData() {
        Extraction page =
                extract("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"River talks\","
                        + "\"articleBody\":\"" + FIRST + "\\n" + SECOND + "\"}</script><div id=root></div>");
        assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
        assertThat(page.flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<div id=root></div><script>render()</script>",
                "<frameset><frame src=a></frameset>",
                "<noscript>Please turn on JavaScript to read this page, it does not work without it.</noscript>",
                "<nav><a href=/>Home</a></nav><form>Name <input> Password <input></form>"
            })
    void aPageWithoutAnArticleSaysSo(String page) {
        Extraction extraction = extract(page);
        assertThat(extraction.body()).isEmpty();
        assertThat(extraction.flags()).containsExactly("no_article");
    }

    @Test
    void severalArticlesOnOnePageAreFlagged() {
        Extraction page =
                extract("<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"One\"},"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Two\"}]</script><p>" + FIRST);
        assertThat(page.flags()).containsExactly("multiple_articles");
    }

    @Test
    void textsInArticlesSideBySideAreSeveral() {
        String article = "<article><h2>%s</h2><p>" + FIRST + "</p><p>" + SECOND + "</p></article>";
        assertThat(extract("<main>" + String.format(article, "One") + String.format(article, "Two"))
                        .flags())
                .containsExactly("multiple_articles");
        assertThat(extract("<main>" + String.format(article, "One") + "<article><a href=/x>Two</a></article>")
                        .flags())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p>%s<!-- never closed", "<p>%s<SCRIPT>never closed", "<p>%s<script>a</script><!-- no end"})
    void whatSwallowsTheRestIsFlagged(String page) {
        assertThat(extract(String.format(page, FIRST)).flags()).containsExactly("malformed");
        assertThat(extract(String.format(page, "<!-- a --><script><!-- b</script>" + FIRST) + "--></script>")
                        .flags())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>%s<!-- never closed",
                "<p>%s<script>never closed",
                "<b><i><p>%s</b></i></p></div></table>",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",[[[</script><p>%s",
                "<script type='application/ld+json'>null</script><p>%s",
                "<script type='application/ld+json'>42 {}</script><p>%s",
                "<script type='application/ld+json'>{\"@type\":7,\"author\":[[],{\"name\":{}}],\"articleBody\":[]}</script><p>%s",
                "<svg><p>%s</svg>"
            })
    void malformedPagesAreReadAsFarAsTheyGo(String page) {
        assertThat(extract(String.format(page, FIRST)).body()).isIn(FIRST, "");
    }

    @Test
    void nestingCostsNoStack() throws InterruptedException {
        List<String> pages = List.of(
                "<div>".repeat(200_000) + FIRST,
                "<b><p>".repeat(20_000) + FIRST,
                "<table><tr><td>".repeat(5_000) + FIRST,
                "<blockquote><p>".repeat(3_000) + FIRST + ("<p>" + SECOND).repeat(2_000),
                "<script type='application/ld+json'>" + "[".repeat(100_000) + "</script><p>" + FIRST,
                "<a " + "x=y ".repeat(100_000) + "><p>" + FIRST);
        for (String page : pages) {
            Thread shallow = new Thread(
                    null, () -> extract(page), "shallow", Duration.ofSeconds(1).toMillis() * 256);
            Throwable[] failure = new Throwable[1];
            shallow.setUncaughtExceptionHandler((thread, e) -> failure[0] = e);
            shallow.start();
            shallow.join();
            assertThat(failure[0]).as(page.substring(0, 20)).isNull();
        }
    }

    @Test
    void noStringBreaksItAndBlocksAlwaysTileTheText() {
        Random random = new Random(1);
        String[] pieces = {
            "<p>",
            "</div>",
            "<br>",
            "<h1>",
            "<a href=x>",
            "</a>",
            "<li>",
            "&#0;",
            "&#8;",
            "&nbsp;",
            "<",
            "\ud83d",
            FIRST,
            "ە ",
            "\n"
        };
        for (int turn = 0; turn < 500; turn++) {
            StringBuilder page = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                page.append(pieces[random.nextInt(pieces.length)]);
            }
            checkTiling(extract(page.toString()));
        }
        Seeds.awkwardStrings().forEach(text -> checkTiling(extract(text)));
    }

    private static void checkTiling(Extraction page) {
        int position = 0;
        for (TextBlock textBlock : page.textBlocks()) {
            assertThat(textBlock.start()).isEqualTo(position);
            assertThat(textBlock.visibleText(page.text())).isNotEmpty();
            position = textBlock.end();
        }
        assertThat(position).isEqualTo(page.text().length());
        assertThat(page.text().chars().filter(c -> Character.isISOControl(c) && c != '\n'))
                .isEmpty();
    }

    private static List<String> contents(Extraction page, TextBlockRole role) {
        return page.textBlocks().stream()
                .filter(textBlock -> textBlock.role() == role)
                .map(textBlock -> textBlock.visibleText(page.text()))
                .toList();
    }

    private Extraction extract(String page) {
        return extractor.extractArticle(new Document(page, Optional.empty()));
    }
}
