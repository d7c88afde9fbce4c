package dev.tidings.streams.extract.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Title;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownExtractorTest {

    private static final String WORDS = "Ministers met in Ankara on Monday and agreed on nothing, officials said.";

    private static Extraction read(String markdown) {
        return new MarkdownExtractor().extractArticle(new Document(markdown, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: 'Ministers: a meeting'\ndate: 2021-09-06\nauthors:\n  - A. Writer\n  - B. Writer\nlang: ckb\n---\n",
                "---\r\ntitle: \"Ministers: a meeting\"\r\ndate: 2021-09-06\r\nauthor: [A. Writer, B. Writer]\r\nlang: ckb\r\n---\r\n",
                "+++\ntitle = \"Ministers: a meeting\"\ndate = 2021-09-06\nauthors = ['A. Writer', \"B. Writer\"]\nlang = 'ckb' # tag\n[extra]\ntitle = \"no\"\n+++\n",
                ";;;\n{\"title\":\"Ministers: a meeting\",\"date\":\"2021-09-06\",\"authors\":[\"A. Writer\",\"B. Writer\"],\"lang\":\"ckb\"}\n;;;\n"
            })
    void whatTheFrontMatterStatesIsReadInEveryNotation(String front) {
        Extraction article = read(front + "\n" + WORDS + "\n");

        assertThat(article.title().map(Title::text)).contains("Ministers: a meeting");
        assertThat(article.documentMetadata().published().orElseThrow().iso()).isEqualTo("2021-09-06");
        assertThat(article.documentMetadata().byline()).contains("A. Writer, B. Writer");
        assertThat(article.documentMetadata().language()).contains("ckb");
        assertThat(article.body()).isEqualTo(WORDS);
        assertThat(article.flags()).isEmpty();
    }

    @Test
    void aFirstHeadingIsTheTitleAndNoPartOfTheBody() {
        Extraction article = read("# Ministers *meet*\n\n" + WORDS + "\n\n## Below\n\n- one\n- two\n");

        assertThat(article.title().map(Title::text)).contains("Ministers meet");
        assertThat(article.body()).startsWith(WORDS).contains("Below").contains("one");
    }

    @Test
    void aHeadingFurtherDownIsNone() {
        assertThat(read(WORDS + "\n\n# Below\n").title()).isEmpty();
    }

    @Test
    void linksEmphasisAndPagesWithinAreRendered() {
        assertThat(read("Ministers **met** in [Ankara](https://example.org/a)\non Monday.<br>They <b>agreed</b>.\n")
                        .body())
                .isEqualTo("Ministers met in Ankara on Monday. They agreed.");
    }

    @Test
    void codeAsFrontMatterIsPassedOverAndTold() {
        Extraction article = read("---js\n{ title: run() }\n---\n\n" + WORDS);

        assertThat(article.body()).isEqualTo(WORDS);
        assertThat(article.flags()).containsExactly("bad_field");
    }
}
