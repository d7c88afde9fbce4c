package dev.tidings.streams.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.TextBlockRole;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlDateTest {

    private static final String FIRST =
            "The ministers of both countries met on Tuesday to speak about the river that their farmers share, after a dry winter.";
    private static final String SECOND =
            "They agreed on a gauge at the border, which both sides may read at any hour, and on a meeting every spring.";

    private final HtmlExtractor extractor = new HtmlExtractor();

    @ParameterizedTest
    @CsvSource({
        "<meta property='article:published_time' content='2021-09-29T14:05:00Z'>,2021-09-29T14:05:00Z,second",
        "<meta name='date' content='2021-09-29'>,2021-09-29,day",
        "<meta itemprop='datePublished' content='2021-09-29 14:05'>,2021-09-29T14:05,minute",
        "<meta name='pubdate' content='20210929'>,2021-09-29,day",
        "<meta name='DC.date.issued' content='2021-09-29T14:05+0300'>,2021-09-29T14:05+03:00,minute",
        "<time datetime='2021-09-29T14:05:09.123+03:00'></time>,2021-09-29T14:05:09+03:00,second",
        "<meta name='date' content='1632924309'>,2021-09-29T14:05:09Z,second",
        "<meta name='article:published:time' content='2021-09-29T14:05:09Z'>,2021-09-29T14:05:09Z,second",
        "<script type='application/ld+json'>{'@type':'WebPage'|'datePublished':'2021-09-29'}</script>,2021-09-29,day",
        "<script type='application/ld+json'>{'@type':'ClaimReview'|'datePublished':'2021-09-29'}</script>,2021-09-29,day",
        "<link rel='canonical' href='https://gazette.example/world/2021/09/29/river-talks'>,2021-09-29,day",
        "<link rel='canonical' href='https://gazette.example/2021-9-29-river-talks'>,2021-09-29,day"
    })
    void everyUsualFormOfDateIsRead(String markup, String iso, String precision) {
        String page = markup.startsWith("<script")
                ? markup.replaceAll("'(?!application|>)", "\"").replace('|', ',')
                : markup;
        var published =
                extract(page + "<p>" + FIRST).documentMetadata().published().orElseThrow();
        assertThat(published.iso()).isEqualTo(iso);
        assertThat(published.precision()).isEqualTo(precision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-09-31T10:00:00Z", "2999-01-01", "0000-00-00", "1601-01-01T00:00:00Z", "2021-02-29"})
    void aDateThatCannotBeIsFlaggedAndLeftOut(String date) {
        Extraction page = extract("<meta property='article:published_time' content='" + date + "'><p>" + FIRST);
        assertThat(page.documentMetadata().published()).isEmpty();
        assertThat(page.flags()).containsExactly("date_invalid");
    }

    @Test
    void aNumberInAnAddressIsNoDate() {
        Extraction page =
                extract("<link rel='canonical' href='https://gazette.example/2021/9921/river/20210929'><p>" + FIRST);
        assertThat(page.documentMetadata().published()).isEmpty();
        assertThat(page.flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
            ٢٩ی ئەیلوولی ٢٠٢١، کاتژمێر ١٤:٠٥
            بغداد، 29 أيلول 2021
            ۷ مهر ۱۴۰۰ - ساعت ۱۰
            Ann Lee | 29.09.2021 - Güncelleme: 30.09.2021
            Veröffentlicht am 29. September 2021
            29 сентября 2021, 14:05
            2021年9月29日
            """)
    void withoutADateInTheMarkupTheLineThatSaysWhenIsMarkedForItsReader(String line) {
        String head = "<nav>The Gazette, founded in 1901</nav><h1>River talks</h1><div class='meta'>";
        Extraction page = extract(head + line + "</div><p>" + FIRST + "</p><p>" + SECOND + "</p>");
        assertThat(contents(page, TextBlockRole.METADATA)).containsExactly(line);
        assertThat(page.body()).isEqualTo(FIRST + "\n\n" + SECOND);
        Extraction told = extract("<meta name='date' content='2021-09-29'>" + head + line + "</div><p>" + FIRST);
        assertThat(contents(told, TextBlockRole.METADATA)).isEmpty();
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
