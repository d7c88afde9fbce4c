package dev.tidings.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE: today's schemas read everything ever released, and everything released reads today's events. */
class SchemaCompatibilityTest {

    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path RELEASED = Path.of("released");

    @ParameterizedTest
    @MethodSource("releasedSchemas")
    void readsAndIsReadByEveryReleasedVersion(Path released) {
        Schema then = parse(released);
        Schema now = parse(CURRENT.resolve(released.getFileName()));

        assertThat(compatible(now, then)).as("today reads %s", released).isTrue();
        assertThat(compatible(then, now)).as("%s reads today", released).isTrue();
    }

    @Test
    void hasAReleaseOfEveryEventThatIsWritten() {
        assertThat(releasedSchemas().map(path -> path.getFileName().toString()))
                .contains(
                        "RawArticle.avsc",
                        "EnrichedArticle.avsc",
                        "ArticleRelation.avsc",
                        "DeadLetter.avsc",
                        "Analysed.avsc",
                        "LedgerEntry.avsc",
                        "ReplayRun.avsc",
                        "Story.avsc",
                        "StoryFeatures.avsc",
                        "Heartbeat.avsc");
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void givesEveryFieldButTheKeyADefaultAndADoc(Path path) {
        Schema schema = parse(path);

        assertThat(schema.getFields().stream().skip(1)).allMatch(Schema.Field::hasDefaultValue);
        assertThat(everyRecord(schema).flatMap(record -> record.getFields().stream()))
                .allSatisfy(field ->
                        assertThat(field.doc()).as("doc of %s", field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void usesOnlyTypesThatCanGrow(Path path) {
        assertThat(everyType(parse(path))).allSatisfy(type -> {
            assertThat(type.getType()).isNotIn(Schema.Type.INT, Schema.Type.FLOAT, Schema.Type.FIXED);
            if (type.getType() == Schema.Type.ENUM) {
                assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
            }
            if (type.isUnion()) {
                assertThat(type.getTypes()).hasSize(2);
                assertThat(type.getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL);
            }
        });
    }

    static Stream<Path> releasedSchemas() {
        return schemas(RELEASED);
    }

    static Stream<Path> currentSchemas() {
        return schemas(CURRENT);
    }

    private static Stream<Path> schemas(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema parse(Path path) {
        try {
            return new Schema.Parser().parse(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compatible(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getType() == SchemaCompatibilityType.COMPATIBLE;
    }

    private static Stream<Schema> everyRecord(Schema schema) {
        return everyType(schema).filter(type -> type.getType() == Schema.Type.RECORD);
    }

    private static Stream<Schema> everyType(Schema schema) {
        List<Schema> parts = switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().map(Schema.Field::schema).toList();
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            default -> List.of();
        };
        return Stream.concat(Stream.of(schema), parts.stream().flatMap(SchemaCompatibilityTest::everyType));
    }
}
