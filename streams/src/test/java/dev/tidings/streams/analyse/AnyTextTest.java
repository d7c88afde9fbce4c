package dev.tidings.streams.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.Seeds;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.enrich.Annotation;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.Title;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invariants that every text of the world must meet: nothing throws, blocks tile the text, every annotation stands
 * where it is said to.
 */
class AnyTextTest {

    private static final String[] PIECES = {
        "رۆژی چوارشەممە ٢٩ - ٠٩ - ٢٠٢١ ",
        "سەرۆکی هەرێم نێچیرڤان بارزانی ",
        "وەزیری دەرەوەی رووسیا سێرگی لاڤرۆڤ گوتی ",
        "في 31 أيلول 2022 ",
        "الرئيس بوتين في موسكو ",
        "تهران (ایرنا) - ",
        "۷ مهر ۱۴۰۰ ",
        "دوشنبه ",
        "2999-01-01 ",
        "Präsident Frank-Walter Steinmeier ",
        "am 3. März 1999. ",
        "Президент Путин прибыл в Сочи. ",
        "31 сентября ",
        "Date: 30 September 2021\n",
        "بەروار: ٢٠٢١\n",
        "Related posts\n",
        "(Photo: Reuters)\n",
        "WASHINGTON (AP) — ",
        "总统普京 ",
        "2022年3月18日",
        "今天天气很好。",
        "ประเทศไทย",
        "हिन्दी में ",
        "🙂",
        "\ud83d",
        "\u0301",
        "\u200c",
        "\u202e",
        "\n\n",
        "\n",
        "  ",
        " ",
        ".",
        "!?",
        "«",
        "(",
        ")",
        "/",
        "1/2/3",
        "99999999999999999999",
        "٠",
        "<p>",
        "</p>",
        "<br><br>",
        "<h1>",
        "<a href='javascript:x'>",
        "<meta property='article:published_time' content='2021-09-31'>",
        "&#0;",
        "&amp;",
        "\u0000",
        "\u2028",
        "tomorrow, Wednesday ",
        "سبهی چوارشەممە ",
        "gestern ",
        "U.S. ",
        "O'Neill ",
        "e-mail@x.example "
    };

    private static final AnalysisStages STAGES = AnalysisStages.standard();

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html"})
    void whateverIsFoundStandsInTheText(String mediaType) {
        Random random = new Random(7);
        for (int turn = 0; turn < 300; turn++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            check(analyse(text.toString(), mediaType));
        }
    }

    @Test
    void theSamplesCutAnywhereAreRead() {
        Random random = new Random(8);
        for (Seeds seed : Seeds.values()) {
            String text = seed.text();
            for (int turn = 0; turn < 40; turn++) {
                int start = random.nextInt(text.length());
                check(analyse(text.substring(start, start + random.nextInt(text.length() - start + 1)), "text/plain"));
            }
        }
    }

    @Test
    void strangeStringsAreReadAsPages() {
        Seeds.awkwardStrings().forEach(text -> check(analyse(text, "text/html")));
    }

    private static void check(AnalysisState article) {
        assertThat(article.provenance())
                .allSatisfy(step -> assertThat(step.status()).as(step.stage()).isEqualTo("ok"));
        String text = article.extraction().text();
        int position = 0;
        for (TextBlock textBlock : article.extraction().textBlocks()) {
            assertThat(textBlock.start()).isEqualTo(position);
            position = textBlock.end();
        }
        assertThat(position).isEqualTo(text.length());
        article.annotations().forEach(annotation -> annotation.accept(new StandsIn(text, article.body())));
    }

    /** Checks that an annotation stands where it is said to. */
    private record StandsIn(String text, String body) implements Annotation.Visitor {

        @Override
        public void visit(Annotation.Counts counts) {
            assertThat(counts.characters()).isEqualTo(body.codePointCount(0, body.length()));
        }

        @Override
        public void visit(Annotation.Credits credits) {
            assertThat(credits.credits()).allSatisfy(credit -> assertThat(text).contains(credit.name()));
        }

        @Override
        public void visit(Annotation.Dates dates) {
            assertThat(dates.dates().mentions())
                    .allSatisfy(
                            date -> assertThat(date.span().substringOf(text)).isEqualTo(date.surface()));
            dates.published().ifPresent(date -> assertThat(text).contains(date.surface()));
        }

        @Override
        public void visit(Annotation.Names names) {
            Stream.of(
                            names.names().people(),
                            names.names().organisations(),
                            names.names().places())
                    .flatMap(entities -> entities.stream())
                    .forEach(entity -> {
                        assertThat(entity.mentions())
                                .allSatisfy(span ->
                                        assertThat(span.substringOf(text)).isNotBlank());
                        assertThat(text).contains(entity.name());
                    });
        }

        @Override
        public void visit(Annotation.Keywords keywords) {
            assertThat(keywords.scoredKeywords())
                    .allSatisfy(
                            scoredKeyword -> assertThat(scoredKeyword.score()).isBetween(0.0, 1.0));
        }

        @Override
        public void visit(Annotation.Summary summary) {
            String line = Title.oneLine(body);
            assertThat(summary.sentences())
                    .hasSizeLessThanOrEqualTo(2)
                    .allSatisfy(sentence -> assertThat(line).contains(Title.oneLine(sentence)));
        }
    }

    private static AnalysisState analyse(String text, String mediaType) {
        ArticleInput input = new ArticleInput(Payload.of(text.getBytes(UTF_8)), mediaType, SuppliedMetadata.NOTHING);
        return STAGES.run(new AnalysisState(input, 1, 0), BoilerplateIndex.inMemory());
    }
}
