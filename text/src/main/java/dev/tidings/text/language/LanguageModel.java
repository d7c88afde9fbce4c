package dev.tidings.text.language;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A trained model in memory: immutable, shared by all threads.
 *
 * <p>File layout, big-endian: magic, version text, per script its code, bucket count and languages with weights and bias
 * (floats), temperatures, then all check bytes, then all rows of {@link #DIMENSIONS} signed bytes, stored with 128 added.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class LanguageModel {
    public static final int DIMENSIONS = 16;
    static final int LONGS_PER_ROW = DIMENSIONS / 8;
    public static final int MAGIC = 0x544C4944;

    private final String version;
    private final List<Optional<ScriptModel>> scripts;
    private final NgramTable table;
    private final long[] rows;
    private final Temperatures temperatures;

    private LanguageModel(DataInputStream in, byte[] all) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a language model");
        }
        version = in.readUTF();
        temperatures = new Temperatures(readFloats(in, in.readUnsignedByte()));
        List<Optional<ScriptModel>> byNumber =
                new ArrayList<>(Collections.nCopies(Scripts.scriptCount(), Optional.empty()));
        int buckets = 0;
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            int script = Scripts.scriptNumber(in.readUTF());
            ScriptModel model = script(in, buckets);
            byNumber.set(script, Optional.of(model));
            buckets += model.buckets();
        }
        scripts = List.copyOf(byNumber);
        ByteBuffer tail = ByteBuffer.wrap(all, all.length - in.available(), in.available());
        int[] checks = new int[buckets];
        tail.asIntBuffer().get(checks);
        tail.position(tail.position() + 4 * buckets);
        rows = new long[buckets * NgramTable.BUCKET * LONGS_PER_ROW];
        tail.asLongBuffer().get(rows);
        table = new NgramTable(checks);
    }

    public static LanguageModel readModel(InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        return new LanguageModel(new DataInputStream(new ByteArrayInputStream(all)), all);
    }

    private static ScriptModel script(DataInputStream in, int firstBucket) throws IOException {
        int buckets = in.readInt();
        List<Language> languages = new ArrayList<>();
        for (int n = in.readUnsignedByte(); n > 0; n--) {
            languages.add(new Language(in.readUTF(), in.readUTF()));
        }
        int outputs = buckets == 0 ? 0 : languages.size();
        float[] weights = readFloats(in, outputs * DIMENSIONS);
        return new ScriptModel(List.copyOf(languages), firstBucket, buckets, weights, readFloats(in, outputs));
    }

    private static float[] readFloats(DataInputStream in, int n) throws IOException {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    String version() {
        return version;
    }

    public Optional<ScriptModel> script(int script) {
        return scripts.get(script);
    }

    /** Returns what the scores of a text of so many known features are divided by, see {@link Temperatures}. */
    double temperatureOf(int count) {
        return temperatures.temperatureOf(count);
    }

    /**
     * Adds up the rows of all known features into the thread's {@link IdentifierBuffers#sums}.
     *
     * @return how many features are known
     */
    public int sumRows(IdentifierBuffers memory, ScriptModel script) {
        int[] chosen = memory.rowBuffer();
        int known = findRows(memory.ngramFeatures, script, chosen);
        memory.seen = RowSum.sumRows(chosen, known, rows, memory.sums);
        return known;
    }

    /**
     * Looks features up.
     *
     * @param chosen receives the rows of those that are known; at least as long as there are features
     * @return how many are known
     */
    int findRows(NgramFeatures ngramFeatures, ScriptModel script, int[] chosen) {
        return table.findRows(ngramFeatures, script.firstBucket(), script.buckets(), chosen);
    }

    /** Returns all rows; never written to. */
    long[] rows() {
        return rows;
    }
}
