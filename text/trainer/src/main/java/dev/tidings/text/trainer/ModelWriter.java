package dev.tidings.text.trainer;

import dev.tidings.text.language.Language;
import dev.tidings.text.language.LanguageModel;
import dev.tidings.text.language.NgramTable;
import dev.tidings.text.language.Scripts;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the file that {@link LanguageModel} reads. */
final class ModelWriter {
    private static final int DIMENSIONS = LanguageModel.DIMENSIONS;

    private final String version;
    private final float[] temperatures;
    private final List<Trained> scripts = new ArrayList<>();

    /** A trained script: its rows as bytes, its layer scaled to them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Trained(int script, List<Language> languages, int[] checks, byte[] rows, float[] weights, float[] bias) {
        /** A script that one language is written in needs no rows. */
        static Trained onlyLanguage(int script, Language language) {
            return new Trained(script, List.of(language), new int[0], new byte[0], new float[0], new float[0]);
        }

        static Trained quantised(int script, List<Language> languages, int[] checks, ScriptTrainer trainer) {
            float[] values = trainer.quantisedRows();
            float scale = scaleOf(values, checks);
            byte[] rows = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                rows[i] = (byte) Math.max(-127, Math.min(127, Math.round(values[i] / scale)));
            }
            float[] weights = trainer.weights().clone();
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= scale;
            }
            return new Trained(script, languages, checks, rows, weights, trainer.bias());
        }

        /** The largest value but one in ten thousand of the owned rows becomes 127; the few beyond are cut. */
        private static float scaleOf(float[] values, int[] checks) {
            List<Float> magnitudes = new ArrayList<>();
            for (int i = 0; i < values.length; i += 7) {
                int row = i / DIMENSIONS;
                if (((checks[row / NgramTable.BUCKET] >>> (8 * (row % NgramTable.BUCKET))) & 0xFF) != 0) {
                    magnitudes.add(Math.abs(values[i]));
                }
            }
            magnitudes.sort(null);
            return magnitudes.get((int) (magnitudes.size() * 0.9999)) / 127;
        }
    }

    ModelWriter(String version, float[] temperatures) {
        this.version = version;
        this.temperatures = temperatures;
    }

    void addScript(Trained script) {
        scripts.add(script);
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(LanguageModel.MAGIC);
        out.writeUTF(version);
        out.writeByte(temperatures.length);
        writeFloats(out, temperatures);
        out.writeByte(scripts.size());
        for (Trained script : scripts) {
            writeHead(out, script);
        }
        for (Trained script : scripts) {
            for (int check : script.checks()) {
                out.writeInt(check);
            }
        }
        for (Trained script : scripts) {
            writeRows(out, script.rows());
        }
        return bytes.toByteArray();
    }

    private static void writeHead(DataOutputStream out, Trained script) throws IOException {
        out.writeUTF(Scripts.scriptCode(script.script()));
        out.writeInt(script.checks().length);
        out.writeByte(script.languages().size());
        for (Language language : script.languages()) {
            out.writeUTF(language.tag());
            out.writeUTF(language.script());
        }
        writeFloats(out, script.weights());
        writeFloats(out, script.bias());
    }

    private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    private static void writeRows(DataOutputStream out, byte[] rows) throws IOException {
        for (int at = 0; at < rows.length; at += 8) {
            for (int i = 7; i >= 0; i--) {
                out.writeByte(rows[at + i] + 128);
            }
        }
    }
}
