package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageIdentificationTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.loadModel();
    private static final String FOOTER =
            "All rights reserved. Sign up for our newsletter and follow us on social media.";

    @Test
    void aKurdishArticleWithAnEnglishFooterIsKurdish() {
        PageIdentification page = IDENTIFIER.identifyBlocks(List.of(Seeds.text(Seeds.CENTRAL_KURDISH), FOOTER));

        assertThat(page.page().tag()).isEqualTo("ckb");
        assertThat(page.blocks()).extracting(Identification::tag).containsExactly("ckb", "en");
        assertThat(page.isMixed()).isFalse();
        assertThat(page.secondShare()).isBetween(0.001, 0.2);
    }

    @Test
    void aPageOfTwoArticlesInTwoLanguagesIsMixed() {
        PageIdentification page =
                IDENTIFIER.identifyBlocks(List.of(Seeds.text(Seeds.CENTRAL_KURDISH), Seeds.text(Seeds.ENGLISH)));

        assertThat(page.isMixed()).isTrue();
    }

    @Test
    void blocksWithoutLanguageDoNotVote() {
        PageIdentification page = IDENTIFIER.identifyBlocks(
                List.of("29-09-2021 12:30", "Reuters", Seeds.text(Seeds.CENTRAL_KURDISH_MODERN)));

        assertThat(page.page().tag()).isEqualTo("ckb");
        assertThat(page.blocks()).extracting(Identification::tag).containsExactly("und", "und", "ckb");
    }

    @Test
    void blocksTooShortAloneAreJudgedTogether() {
        PageIdentification page =
                IDENTIFIER.identifyBlocks(List.of("The news", "of the day", "in the city", "and the world"));

        assertThat(page.page().tag()).isEqualTo("en");
    }

    @Test
    void aPageOfNothingIsUndetermined() {
        assertThat(IDENTIFIER.identifyBlocks(List.of()).page().isUndetermined()).isTrue();
        assertThat(IDENTIFIER.identifyBlocks(List.of("", "1")).page().isUndetermined())
                .isTrue();
    }
}
