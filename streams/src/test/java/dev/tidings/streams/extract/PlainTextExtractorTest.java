package dev.tidings.streams.extract;

import static dev.tidings.streams.extract.TextBlockRole.CAPTION;
import static dev.tidings.streams.extract.TextBlockRole.DUPLICATE;
import static dev.tidings.streams.extract.TextBlockRole.HEADLINE;
import static dev.tidings.streams.extract.TextBlockRole.METADATA;
import static dev.tidings.streams.extract.TextBlockRole.PARAGRAPH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.Seeds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextExtractorTest {

    private static final String PARAGRAPH_TEXT = "A paragraph that is longer than the line above it, and ends.";

    private final Extractor extractor = new PlainTextExtractor();

    @ParameterizedTest
    @EnumSource(names = {"PUTIN_ERDOGAN_CKB", "BARZANI_BOGDANOV_CKB"})
    void aTextThatLostItsLineBreaksFallsIntoParagraphsWhereTwoSpacesStand(Seeds seed) {
        Extraction extraction = extract(seed.text());
        assertThat(roles(extraction)).hasSize(7).containsOnly(PARAGRAPH);
        assertThat(extraction.title()).isEmpty();
        assertThat(extraction.body()).isEqualTo(seed.text().replace("  ", "\n\n"));
    }

    @Test
    void theFirstLineAboveABlankLineIsTheTitleAndADoubledCaptionIsMarked() {
        Extraction extraction = extract(Seeds.COMMON_INTERESTS_EN.text());
        assertThat(extraction.title())
                .contains(new Title("Turkey and Russia seek common interests", Title.Origin.FIRST_LINE));
        assertThat(roles(extraction)).startsWith(HEADLINE, PARAGRAPH, CAPTION, DUPLICATE, PARAGRAPH);
        assertThat(extraction.body()).doesNotContain("(Photo: Reuters)", "seek common interests");
    }

    @Test
    void linesAboutTheArticleStandBeforeTheTitle() {
        Extraction extraction = extract(Seeds.SOCHI_MEETING_EN.text());
        assertThat(extraction.title())
                .contains(new Title(
                        "Sochi Meeting: Russia and Turkey Still Divided Over Syria", Title.Origin.AFTER_METADATA));
        assertThat(roles(extraction)).startsWith(METADATA, HEADLINE, PARAGRAPH, PARAGRAPH);
        assertThat(extraction.body()).startsWith("The long-awaited meeting").doesNotContain("30 September");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only one block",
                "A sentence ends here.\n\n" + PARAGRAPH_TEXT,
                "Really? \n\n" + PARAGRAPH_TEXT,
                "Title\n" + PARAGRAPH_TEXT,
                PARAGRAPH_TEXT + "\n\nshorter",
                "Date: 1 May\n\nOnly one block"
            })
    void aTitleIsNeverInvented(String text) {
        assertThat(extract(text).title()).isEmpty();
    }

    @Test
    void aTitleHasAtMostAHundredAndFiftyUnits() {
        assertThat(extract("t".repeat(150) + "\n\n" + PARAGRAPH_TEXT.repeat(3)).title())
                .isPresent();
        assertThat(extract("t".repeat(151) + "\n\n" + PARAGRAPH_TEXT.repeat(3)).title())
                .isEmpty();
    }

    @Test
    void theSuppliedTitleGoesFirstAndIsNotRepeatedInTheBody() {
        Extraction extraction = extractor.extractArticle(
                new Document("A  headline\n\n" + PARAGRAPH_TEXT, Optional.of(" A\nheadline\u0000 ")));
        assertThat(extraction.title()).contains(new Title("A headline", Title.Origin.SUPPLIED));
        assertThat(roles(extraction)).containsExactly(HEADLINE, PARAGRAPH);
        assertThat(extraction.body()).isEqualTo(PARAGRAPH_TEXT);
    }

    @Test
    void aTitleKeepsItsSpecialSpacesOnOneLine() {
        assertThat(Title.oneLine(" \u00a0a\u00a0b  c\n\u0000d\u3000e \u00a0")).isEqualTo("a\u00a0b c d\u3000e");
        assertThat(Title.oneLine("\u3000 \n")).isEmpty();
    }

    @Test
    void aBlankSuppliedTitleIsNone() {
        assertThat(extractor
                        .extractArticle(new Document("text", Optional.of(" \u200f")))
                        .title())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date: 30 September 2021",
                "بەروار: ٣٠ی ئەیلوول",
                "Nivîskar: Rojda",
                "الكاتب: سمير",
                "تاریخ: ۷ مهر ۱۴۰۰",
                "Yazar: Ayşe Demir",
                "Quelle: dpa",
                "Fuente: EFE",
                "Auteur : Jeanne",
                "Источник: ТАСС"
            })
    void aLineAboutTheArticleIsMetadataInItsLanguage(String line) {
        assertThat(roles(extract(line + "\n\nA paragraph of the article, and it says something.")))
                .containsExactly(METADATA, PARAGRAPH);
    }

    @Test
    void severalLinesOfMetadataAreOneBlock() {
        Extraction extraction = extract("بەروار: ٢٠٢١\nنووسەر: ن.ن\n\nسەردێڕ\n\n" + "دەقی هەواڵ ".repeat(9));
        assertThat(roles(extraction)).containsExactly(METADATA, HEADLINE, PARAGRAPH);
    }

    @Test
    void linesWrappedByHandStayTogether() {
        Extraction extraction = extract("One line of a paragraph\nand its second line.\n\nAnother paragraph.");
        assertThat(extraction.textBlocks()).hasSize(2);
        assertThat(extraction.body()).isEqualTo("One line of a paragraph\nand its second line.\n\nAnother paragraph.");
    }

    @Test
    void twoSpacesInsideASentenceDoNotPartIt() {
        assertThat(extract("An accidental  gap in a sentence.  Next paragraph.").textBlocks())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u200f", "\u2066\u2069 \n"})
    void aTextThatShowsNothingIsFlaggedEmpty(String text) {
        assertThat(extract(text).flags()).containsExactly("empty");
        assertThat(extract(text).title()).isEmpty();
    }

    @Test
    void anySuppliedTitleMakesAnEmptyTextAnArticle() {
        assertThat(extractor
                        .extractArticle(new Document("", Optional.of("Title")))
                        .flags())
                .isEmpty();
    }

    @Test
    void aListOfAMillionLinesIsCutIntoABoundedNumberOfBlocks() {
        Extraction extraction = extract("line\n\n".repeat(1_000_000));
        assertThat(extraction.textBlocks()).hasSize(ParagraphSplitter.MAX_BLOCKS);
        assertThat(extraction.flags()).containsExactly("blocks_cut");
    }

    @Test
    void blocksTileAnyTextAndTheBodyIsMadeOfIts() {
        for (String text : Seeds.awkwardStrings()) {
            Extraction extraction = extract(text);
            assertThat(tiled(extraction)).isEqualTo(text);
            for (String part : extraction.body().split("\n\n", 20)) {
                assertThat(text.contains(part)).isTrue();
            }
        }
    }

    @Test
    void anUnknownMediaTypeIsReadAsPlainText() {
        Extractors extractors = new Extractors(List.of());
        assertThat(extractors.forMediaType("application/x-unknown").version()).isEqualTo("plain-text/3");
    }

    @Test
    void theMediaTypeChoosesTheExtractor() {
        Extractor html = new Extractor() {
            @Override
            public String version() {
                return "html/1";
            }

            @Override
            public boolean supportsMediaType(String mediaType) {
                return mediaType.equals("text/html");
            }

            @Override
            public Extraction extractArticle(Document document) {
                return new Extraction("", List.of(), Optional.empty(), version(), List.of());
            }
        };
        Extractors extractors = new Extractors(List.of(html));
        assertThat(extractors.forMediaType("Text/HTML; charset=utf-8")).isSameAs(html);
        assertThat(extractors.forMediaType("text/plain")).isNotSameAs(html);
    }

    private Extraction extract(String text) {
        return extractor.extractArticle(new Document(text, Optional.empty()));
    }

    private static List<TextBlockRole> roles(Extraction extraction) {
        return extraction.textBlocks().stream().map(TextBlock::role).toList();
    }

    private static String tiled(Extraction extraction) {
        StringBuilder text = new StringBuilder();
        extraction
                .textBlocks()
                .forEach(textBlock -> text.append(extraction.text(), textBlock.start(), textBlock.end()));
        return text.toString();
    }
}
