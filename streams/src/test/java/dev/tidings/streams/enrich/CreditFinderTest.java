package dev.tidings.streams.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extractors;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The bridge at dawn (Photo: Lena Ortiz)              | Lena Ortiz
            The bridge at dawn (Photo by: Lena Ortiz)           | Lena Ortiz
            Minister on the stairs (J. Smith/AFP)               | AFP
            پردەکە لە بەیانیدا (وێنە: ڕێبوار عەلی)               | ڕێبوار عەلی
            Pira li ber destpêka rojê (Wêne: Rojda)             | Rojda
            الجسر عند الفجر (صورة: وكالة الأنباء)                | وكالة الأنباء
            پل هنگام سپیده (عکس: ایرنا)                          | ایرنا
            Şafakta köprü (Fotoğraf: Ayşe Demir)                | Ayşe Demir
            Мост на рассвете (Фото: ТАСС)                        | ТАСС
            Die Brücke am Morgen (Foto: dpa)                    | dpa
            """)
    void aCaptionNamesItsPhotographer(String caption, String name) {
        assertThat(find(caption)).containsExactly(new Credit(name, "photo"));
    }

    @Test
    void aNoticeNamesThePublisher() {
        assertThat(find("All texts published by the Northern Institute may be republished."))
                .containsExactly(new Credit("Northern Institute", "publisher"));
    }

    @Test
    void sentencesOfTheArticleNameNobody() {
        assertThat(find("The book was published by the Northern Institute in May."))
                .isEmpty();
        assertThat(find("She held up a photo: her mother, smiling.")).isEmpty();
    }

    private static List<Credit> find(String lastBlock) {
        String text = "A first paragraph that is long enough to be one, with a full stop at its end.\n\n" + lastBlock;
        return CreditFinder.findCredits(new Extractors(List.of())
                .forMediaType("text/plain")
                .extractArticle(new Document(text, Optional.empty())));
    }
}
