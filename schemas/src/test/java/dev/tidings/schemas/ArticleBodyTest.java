package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleBodyTest {

    private static final String TEXT = "Title\n\nFirst paragraph. \n\nBy A. B.\n   \n\u2003پەرەگرافی دووەم\n";

    @Test
    void joinsTheBlocksOfTheBodyWithABlankLine() {
        assertThat(ArticleBody.of(
                        article(block(0, 7, false), block(7, 26, true), block(26, 39, false), block(39, 56, true))))
                .isEqualTo("First paragraph.\n\nپەرەگرافی دووەم");
    }

    @Test
    void leavesOutBlocksThatSayNothing() {
        assertThat(ArticleBody.of(article(block(0, 7, true), block(35, 40, true), block(7, 26, true))))
                .isEqualTo("Title\n\nFirst paragraph.");
    }

    @Test
    void isEmptyWithoutABlockOfTheBody() {
        assertThat(ArticleBody.of(article())).isEmpty();
        assertThat(ArticleBody.of(article(block(0, 7, false)))).isEmpty();
    }

    @Test
    void refusesABlockOutsideOfTheText() {
        assertThatThrownBy(() -> ArticleBody.of(article(block(0, 1_000, true))))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static EnrichedArticle article(Block... blocks) {
        return EnrichedArticle.newBuilder()
                .setArticleId("a")
                .setText(TEXT)
                .setBlocks(List.of(blocks))
                .build();
    }

    private static Block block(long start, long end, boolean inBody) {
        return new Block(start, end, BlockRole.PARAGRAPH, inBody);
    }
}
