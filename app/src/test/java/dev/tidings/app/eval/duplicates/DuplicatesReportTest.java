package dev.tidings.app.eval.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.streams.dedup.index.DedupWindows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SEEDS = Path.of("../seeds");

    @TempDir
    private Path folder;

    @Test
    void copiesAreFoundAndTheFiguresStandUnderTheirKeys() throws IOException {
        String english = seed("002_5f853b347646af86.txt");
        String kurdish = seed("000_7862ad32163287db.txt");
        Path file = folder.resolve("set.jsonl.gz");
        write(
                file,
                row("d3", 3, "en", "1", "boiler", "Home | World | Sport\n\n" + english),
                row("d0", 0, "en", "1", "source", english),
                row("d1", 1, "ckb", "2", "source", kurdish),
                row("d2", 2, "ckb", "2", "repunct", kurdish.replace('ک', 'ك').replace("ە", "ه\u200c")));

        List<LabelledArticle> articles = LabelledArticles.readArticles(file);
        DuplicatesReport report =
                DuplicatesReport.reportOf(new DuplicatesRun(DedupWindows.DEFAULT).decideAll(articles));

        assertThat(articles).extracting(LabelledArticle::id).containsExactly("d0", "d1", "d2", "d3");
        JsonNode json = JSON.valueToTree(report);
        assertThat(json.at("/pairPrecision").asDouble()).isEqualTo(1);
        assertThat(json.at("/pairRecall").asDouble()).isEqualTo(1);
        assertThat(json.at("/ari").asDouble()).isEqualTo(1);
        assertThat(json.at("/documentRecall").asDouble()).isEqualTo(1);
        assertThat(json.at("/strict/pairF1").asDouble()).isEqualTo(1);
        assertThat(json.at("/byKind/boiler/recall").asDouble()).isEqualTo(1);
        assertThat(json.at("/byLanguage/ckb/ari").asDouble()).isEqualTo(1);
        assertThat(json.at("/falseMerges/source/of").asInt()).isEqualTo(2);
        assertThat(json.at("/falseMerges/source/wrong").asInt()).isZero();
    }

    @Test
    void folderOfTextsGivesItsMerges() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        for (String name : List.of("000_7862ad32163287db.txt", "002_5f853b347646af86.txt")) {
            Files.writeString(folder.resolve("in").resolve(name), seed(name));
            Files.writeString(
                    folder.resolve("in").resolve("z-" + name),
                    seed(name) + "\n\nOur office in the capital sent this report in the evening.");
        }

        List<FoundMerge> foundMerges = FoundMerge.mergesIn(
                new DuplicatesRun(DedupWindows.DEFAULT).decideAll(LabelledArticles.readArticles(folder.resolve("in"))));

        assertThat(foundMerges)
                .extracting(FoundMerge::verdict, FoundMerge::id, FoundMerge::relatedId)
                .containsExactly(
                        tuple("NEAR", "z-000_7862ad32163287db.txt", "000_7862ad32163287db.txt"),
                        tuple("NEAR", "z-002_5f853b347646af86.txt", "002_5f853b347646af86.txt"));
    }

    @Test
    void lineThatIsNoArticleIsNamed() throws IOException {
        Path file = folder.resolve("set.jsonl");
        Files.writeString(file, "{\"id\": \"a\", \"text\": \"t\"}\n{nonsense\n");

        assertThatThrownBy(() -> LabelledArticles.readArticles(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }

    private static Map<String, Object> row(String id, int seq, String lang, String cluster, String kind, String text) {
        Map<String, Object> row = new TreeMap<>();
        row.put("id", id);
        row.put("seq", seq);
        row.put("arrival_time", seq * 60);
        row.put("lang", lang);
        row.put("cluster", cluster);
        row.put("kind", kind);
        row.put("text", text);
        row.put("licence", "not read");
        return row;
    }

    @SafeVarargs
    private static void write(Path file, Map<String, Object>... rows) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map<String, Object> row : rows) {
                out.write((JSON.writeValueAsString(row) + "\n").getBytes(UTF_8));
            }
        }
    }

    private static String seed(String name) throws IOException {
        return Files.readString(SEEDS.resolve(name), UTF_8);
    }
}
