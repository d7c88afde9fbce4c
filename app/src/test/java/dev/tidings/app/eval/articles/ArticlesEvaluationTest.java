package dev.tidings.app.eval.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticlesEvaluationTest {

    @TempDir
    Path folder;

    @Test
    void everyFieldIsComparedAndWhatIsWrongIsTold() throws IOException {
        Files.writeString(
                folder.resolve("a.txt"),
                "Harbour reopens\n\nThe harbour of Beirut reopened on 4 May 2022, the city said in a long note.");
        Files.writeString(folder.resolve("gold.json"), """
                {"seeds": {"a.txt": {"language": "en", "script": "Latn", "title": "Harbour reopens",
                  "words_icu_article": 18, "boilerplate_lines": [], "duplicate_lines": [], "story": "s",
                  "mentioned_dates": [{"iso": "2022-05-04", "surface": "4 May 2022"}],
                  "countries": [{"code": "LB"}], "persons": [], "organisations": [],
                  "places": [{"surface": ["Beirut"]}]}}}
                """);
        ArticlesReport report = ArticlesEvaluation.runEvaluation(folder.resolve("gold.json"), folder);
        assertThat(report.fields())
                .containsEntry("title", new FieldScore(1, 1))
                .containsEntry("dates", new FieldScore(1, 1))
                .containsEntry("countries", new FieldScore(0, 1))
                .containsEntry("places.precision", new FieldScore(1, 1))
                .containsEntry("places.recall", new FieldScore(1, 1))
                .containsEntry("story", new FieldScore(1, 1));
        assertThat(report.wrong()).containsExactly(new WrongField("a.txt", "countries", "[LB]", "[]"));
    }
}
