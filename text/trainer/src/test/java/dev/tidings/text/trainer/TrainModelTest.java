package dev.tidings.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.text.language.LanguageIdentifier;
import dev.tidings.text.language.LanguageModel;
import dev.tidings.text.language.LanguageTags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainModelTest {
    private static final int SAMPLES = 3_000;
    private static final Map<String, List<String>> TEXTS = Map.of(
            "eng",
                    List.of(
                            "the council has approved the new budget of the city",
                            "they will meet again in the summer of next year"),
            "deu",
                    List.of(
                            "der Rat hat den neuen Haushalt der Stadt beschlossen",
                            "sie werden sich im nächsten Sommer wieder treffen"),
            "ckb", List.of("ئەنجوومەن بودجەی نوێی شاری پەسەند کرد", "لە هاوینی داهاتوودا دووبارە کۆدەبنەوە"),
            "fas", List.of("شورا بودجه جدید شهر را تصویب کرد", "آنها تابستان سال آینده دوباره دیدار می کنند"));

    @TempDir
    Path corpus;

    @BeforeEach
    void writeCorpus() throws IOException {
        for (Map.Entry<String, List<String>> text : TEXTS.entrySet()) {
            Path language = Files.createDirectory(corpus.resolve(text.getKey()));
            Files.write(language.resolve("news.sentences"), text.getValue());
        }
    }

    @Test
    void equalInputAndSeedGiveEqualBytes() throws Exception {
        assertThat(train(1)).isEqualTo(train(1));
    }

    @Test
    void anotherSeedGivesAnotherModel() throws Exception {
        assertThat(train(1)).isNotEqualTo(train(2));
    }

    @Test
    void whatIsWrittenCanBeReadAndTellsItsLanguagesApart() throws Exception {
        LanguageIdentifier identifier =
                new LanguageIdentifier(LanguageModel.readModel(new ByteArrayInputStream(train(1))));

        TEXTS.forEach((code, texts) -> assertThat(texts)
                .allSatisfy(text -> assertThat(identifier.identify(text).tag())
                        .isEqualTo(LanguageTags.tagOf(code).orElseThrow())));
        assertThat(identifier.identify("Ο πρωθυπουργός συναντήθηκε").tag()).isEqualTo("el");
    }

    private byte[] train(long seed) throws Exception {
        return new TrainModel(corpus, SAMPLES, seed).trainAll();
    }
}
