package dev.tidings.streams.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.Seeds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CueLinesTest {

    private static final String BEFORE = "A paragraph of the article that says something of its own.\n\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Related articles",
                "Subscribe to our newsletter and never miss a story.",
                "© 2019 The Gazette. All rights reserved.",
                "بابەتی پەیوەندیدار",
                "جميع الحقوق محفوظة للموقع",
                "تمامی حقوق این سایت محفوظ است",
                "İlgili haberler:",
                "Читайте также:",
                "Lesen Sie auch",
                "À lire aussi",
                "Nûçeyên têkildar",
                "هەموو مافێکی پارێزراوە بۆ ماڵپەڕ",
                "Le puede interesar",
                "Tüm hakları saklıdır."
            })
    void thePublishersOwnWordsAreBoilerplate(String line) {
        assertThat(lastRole(line)).isEqualTo(TextBlockRole.BOILERPLATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge at dawn (Photo: Lena Ortiz)",
                "پردەکە لە بەیانیدا (وێنە: ڕێبوار)",
                "الجسر عند الفجر (صورة: وكالة)",
                "Die Brücke am Morgen (Foto: dpa)",
                "Pira li ber destpêka rojê (Wêne: Rojda)",
                "پل هنگام سپیده (عکس: ایرنا)",
                "Мост на рассвете (Фото: ТАСС)",
                "The bridge at dawn (J. Smith/AFP)"
            })
    void aPhotosCreditMakesACaption(String line) {
        assertThat(lastRole(line)).isEqualTo(TextBlockRole.CAPTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"They support us in related posts of the army.", "He showed her the photo (a print).", "بابەت"})
    void ordinarySentencesStayParagraphs(String line) {
        assertThat(lastRole(line)).isEqualTo(TextBlockRole.PARAGRAPH);
    }

    @Test
    void theNoticesBelowTheSampleAreBoilerplate() {
        List<TextBlock> textBlocks = extract(Seeds.SOCHI_MEETING_EN.text()).textBlocks();
        assertThat(textBlocks.subList(textBlocks.size() - 4, textBlocks.size()))
                .extracting(TextBlock::role)
                .containsOnly(TextBlockRole.BOILERPLATE);
    }

    private static TextBlockRole lastRole(String line) {
        List<TextBlock> textBlocks = extract(BEFORE + line).textBlocks();
        return textBlocks.get(textBlocks.size() - 1).role();
    }

    private static Extraction extract(String text) {
        return new PlainTextExtractor().extractArticle(new Document(text, Optional.empty()));
    }
}
