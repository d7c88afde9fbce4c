package dev.tidings.text.trainer;

import dev.tidings.text.language.IdentifierBuffers;
import dev.tidings.text.language.LanguageModel;
import dev.tidings.text.language.LanguageTags;
import dev.tidings.text.language.ScriptModel;
import dev.tidings.text.language.Temperatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fits the {@link Temperatures} on rows the model was not trained on, whole and cut short, by least negative
 * log-likelihood, and writes them, one a line, as {@code temperatures.tsv}.
 */
final class Calibration {
    private static final int[] CUTS = {16, 24, 40, 72, 200, 2000};
    private static final int POWERS = 8;

    private final LanguageModel languageModel;
    private final List<List<Judged>> byPower = new ArrayList<>();

    /** Scores of a row and which of them is right. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Judged(float[] scores, int right) {}

    private Calibration(LanguageModel languageModel) {
        this.languageModel = languageModel;
        for (int i = 0; i < POWERS; i++) {
            byPower.add(new ArrayList<>());
        }
    }

    /** Arguments: model, rows kept for tuning, file to write. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: Calibration <model file> <tuning.tsv> <temperatures.tsv>");
            System.exit(2);
        }
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
            Calibration calibration = new Calibration(LanguageModel.readModel(in));
            for (String line : Files.readAllLines(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
                String[] columns = line.split("\t", -1);
                for (int cut : CUTS) {
                    calibration.addSample(columns[0], columns[2], cut);
                }
            }
            Files.write(Path.of(arguments[2]), calibration.fitTemperatures(), StandardCharsets.UTF_8);
        }
    }

    static float[] fittedBefore() throws IOException {
        try (InputStream in = GatherSources.readResource("temperatures.tsv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            float[] values = new float[lines.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Float.parseFloat(lines.get(i));
            }
            return values;
        }
    }

    private void addSample(String code, String text, int cut) {
        if (cut > text.length() && cut != CUTS[CUTS.length - 1]) {
            return;
        }
        IdentifierBuffers memory = new IdentifierBuffers();
        memory.textExcerpt.readText(text.substring(0, Math.min(cut, text.length())));
        int script = memory.textExcerpt.mainScript();
        Optional<ScriptModel> languages = languageModel.script(script).filter(known -> !known.hasOneLanguage());
        if (languages.isEmpty()) {
            return;
        }
        memory.ngramFeatures.collectFeatures(memory.textExcerpt, script);
        int count = languageModel.sumRows(memory, languages.get());
        int right = isRight(languages.get(), code);
        if (count > 0 && right >= 0) {
            byPower.get(Math.min(POWERS - 1, Temperatures.indexOf(count)))
                    .add(new Judged(languages.get().scores(memory.sums, count), right));
        }
    }

    private static int isRight(ScriptModel script, String code) {
        for (int c = 0; c < script.languages().size(); c++) {
            if (LanguageTags.iso639Of(script.languages().get(c).tag())
                    .orElse("")
                    .equals(code)) {
                return c;
            }
        }
        return -1;
    }

    private List<String> fitTemperatures() {
        List<String> lines = new ArrayList<>();
        for (List<Judged> judged : byPower) {
            double best = lines.isEmpty() ? 1 : Double.parseDouble(lines.get(lines.size() - 1));
            for (double temperature = 0.3; temperature < 5; temperature += 0.02) {
                best = logLoss(judged, temperature) < logLoss(judged, best) ? temperature : best;
            }
            lines.add(String.format(Locale.ROOT, "%.2f", best));
        }
        return lines;
    }

    private static double logLoss(List<Judged> judged, double temperature) {
        double loss = 0;
        for (Judged row : judged) {
            double total = 0;
            for (float score : row.scores()) {
                total += StrictMath.exp((score - row.scores()[row.right()]) / temperature);
            }
            loss += StrictMath.log(total);
        }
        return loss;
    }
}
