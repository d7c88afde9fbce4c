package dev.tidings.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

class BoundedDecoderTest {

    private static final Schema EVERYTHING = new Schema.Parser().parse("""
            {"type":"record","name":"Everything","fields":[
              {"name":"b","type":"boolean"},{"name":"i","type":"int"},{"name":"l","type":"long"},
              {"name":"f","type":"float"},{"name":"d","type":"double"},{"name":"s","type":"string"},
              {"name":"t","type":{"type":"string","avro.java.string":"String"}},
              {"name":"y","type":"bytes"},{"name":"x","type":{"type":"fixed","name":"Four","size":4}},
              {"name":"e","type":{"type":"enum","name":"Letter","symbols":["A","B"]}},
              {"name":"u","type":["null","string","long"]},
              {"name":"a","type":{"type":"array","items":"string"}},
              {"name":"m","type":{"type":"map","values":"long"}}]}""");
    private static final Schema LAST_ALONE = new Schema.Parser().parse("""
            {"type":"record","name":"Everything","fields":[
              {"name":"m","type":{"type":"map","values":"long"}}]}""");

    @Test
    void readsWhatAvroReads() throws IOException {
        for (Object datum : new RandomData(EVERYTHING, 200, 42L)) {
            byte[] bytes = encoded(datum);
            assertThat(read(EVERYTHING, EVERYTHING, bytes))
                    .isEqualTo(new GenericDatumReader<>(EVERYTHING)
                            .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
        }
    }

    @Test
    void passesOverWhatTheReaderDoesNotWant() throws IOException {
        for (Object datum : new RandomData(EVERYTHING, 50, 43L)) {
            GenericData.Record record = (GenericData.Record) datum;
            byte[] bytes = encoded(record);
            assertThat(((GenericData.Record) read(EVERYTHING, LAST_ALONE, bytes)).get("m"))
                    .isEqualTo(((GenericData.Record) read(EVERYTHING, EVERYTHING, bytes)).get("m"));
        }
    }

    @Test
    void whateverIsCutOffIsTruncatedAndNothingElse() throws IOException {
        for (Object datum : new RandomData(EVERYTHING, 20, 44L)) {
            byte[] bytes = encoded(datum);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = java.util.Arrays.copyOf(bytes, length);
                assertThatExceptionOfType(UndecodableException.class)
                        .isThrownBy(() -> read(EVERYTHING, EVERYTHING, cut))
                        .satisfies(e -> assertThat(e.reason()).isEqualTo("truncated"));
            }
        }
    }

    @Test
    void noNoiseTakesMoreMemoryThanItHas() {
        Random random = new Random(45);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            try {
                assertThat(read(EVERYTHING, EVERYTHING, noise)).isNotNull();
            } catch (IOException | RuntimeException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void aClaimOfGigabytesIsMalformedBeforeMemoryIsTaken() {
        for (Schema schema : new Schema[] {
            Schema.create(Schema.Type.STRING),
            Schema.create(Schema.Type.BYTES),
            Schema.createArray(Schema.create(Schema.Type.LONG)),
            Schema.createMap(Schema.create(Schema.Type.LONG)),
            Schema.createArray(Schema.create(Schema.Type.NULL))
        }) {
            for (long claim : new long[] {Integer.MAX_VALUE, 1_500_000_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertThatExceptionOfType(UndecodableException.class)
                        .as(schema + " of " + claim)
                        .isThrownBy(() -> read(schema, schema, Poison.varint(claim)))
                        .satisfies(e -> assertThat(e.reason()).isIn("malformed", "truncated"));
            }
        }
    }

    @Test
    void itemsThatTakeNoByteAreNoWayAroundTheBound() {
        Schema nothings = Schema.createArray(Schema.create(Schema.Type.NULL));

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> read(nothings, nothings, Poison.varint(1_000_000)));
    }

    private static Object read(Schema writer, Schema reader, byte[] bytes) throws IOException {
        BoundedDecoder decoder = new BoundedDecoder(bytes, 0);
        return new GenericDatumReader<>(writer, reader).read(null, decoder);
    }

    private static byte[] encoded(Object datum) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().blockingBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(EVERYTHING).write(datum, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
