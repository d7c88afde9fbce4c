package dev.tidings.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.schemas.LedgerEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataWriterTest {
    private record Place(String name, Optional<String> language, long people, Path file, Instant seen) {}

    private static final View<Place> VIEW = View.of(Place.class)
            .withColumn("name", Place::name)
            .withColumn("language", Place::language)
            .withColumn("people", Place::people);

    private static final Place HEWLER =
            new Place("هەولێر", Optional.of("ckb"), 1_500_000, Path.of("a/b"), Instant.EPOCH);
    private static final Place BEIJING =
            new Place("北京", Optional.empty(), 21_000_000, Path.of("c"), Instant.EPOCH.plusMillis(1));

    private final StringWriter written = new StringWriter();

    @Test
    void aTableIsAlignedByWhatATerminalShows() {
        writer(OutputFormat.TABLE, Integer.MAX_VALUE).writeList(VIEW, List.of(HEWLER, BEIJING));

        assertThat(written.toString().lines())
                .containsExactly(
                        "NAME    LANGUAGE  PEOPLE",
                        "\u2068هەولێر\u2069  ckb        1500000",
                        "北京              21000000");
    }

    @Test
    void theWidestColumnIsCutToTheTerminal() {
        Place far = new Place("a name that no terminal would show", Optional.of("en"), 1, Path.of("d"), Instant.EPOCH);

        writer(OutputFormat.TABLE, 40).writeList(VIEW, List.of(far));

        assertThat(written.toString().lines())
                .last()
                .asString()
                .isEqualTo("a name that no termin…  en             1")
                .hasSize(40);
    }

    @Test
    void anEmptyListIsAHeadingOrAnEmptyArrayOrNothing() {
        writer(OutputFormat.TABLE, 80).writeList(VIEW, List.of());
        writer(OutputFormat.JSON, 80).writeList(VIEW, List.of());
        writer(OutputFormat.JSONL, 80).writeList(VIEW, List.of());

        assertThat(written.toString().lines()).containsExactly("NAME  LANGUAGE  PEOPLE", "[ ]");
    }

    @Test
    void jsonOfAListIsOneArrayWithAllFields() throws IOException {
        writer(OutputFormat.JSON, 10).writeList(VIEW, List.of(HEWLER, BEIJING));

        JsonNode array = new ObjectMapper().readTree(written.toString());
        assertThat(array.isArray()).isTrue();
        assertThat(array.get(0).get("name").asText()).isEqualTo("هەولێر");
        assertThat(array.get(0).get("file").asText()).isEqualTo("a/b");
        assertThat(array.get(1).get("language").isNull()).isTrue();
        assertThat(array.get(1).get("seen").asText()).isEqualTo("1970-01-01T00:00:00.001Z");
    }

    @Test
    void jsonlIsOneObjectALine() throws IOException {
        writer(OutputFormat.JSONL, 10).writeList(VIEW, List.of(HEWLER, BEIJING));

        List<String> lines = written.toString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("people").asLong())
                .isEqualTo(21_000_000);
    }

    @Test
    void aSingleResultIsALineForEachFieldOrOneObject() throws IOException {
        writer(OutputFormat.TABLE, 80).writeOne(VIEW, BEIJING);
        assertThat(written.toString().lines()).containsExactly("name      北京", "language", "people    21000000");

        written.getBuffer().setLength(0);
        writer(OutputFormat.JSON, 80).writeOne(VIEW, BEIJING);
        assertThat(new ObjectMapper().readTree(written.toString()).isObject()).isTrue();
    }

    @Test
    void aTitleCannotEndTheScriptElementThatJsonIsPutInto() throws IOException {
        Place stranger = new Place("</script><script>alert(1)", Optional.empty(), 1, Path.of("d"), Instant.EPOCH);

        writer(OutputFormat.JSON, Integer.MAX_VALUE).writeOne(VIEW, stranger);

        assertThat(written.toString()).doesNotContain("<");
        assertThat(new ObjectMapper().readTree(written.toString()).get("name").textValue())
                .isEqualTo("</script><script>alert(1)");
    }

    @Test
    void anAvroEventShowsTheFieldsOfItsSchemaInTheirOrder() throws IOException {
        LedgerEntry entry = LedgerEntry.newBuilder()
                .setUri("seeds/a.txt")
                .setModified(Instant.EPOCH)
                .build();

        writer(OutputFormat.JSON, 80).writeOne(View.of(LedgerEntry.class), entry);

        JsonNode event = new ObjectMapper().readTree(written.toString());
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(LedgerEntry.SCHEMA$.getFields().stream()
                        .map(field -> field.name())
                        .toList());
        assertThat(event.get("uri").asText()).isEqualTo("seeds/a.txt");
    }

    private DataWriter writer(OutputFormat format, int room) {
        return new DataWriter(format, new PrintWriter(written), room);
    }
}
