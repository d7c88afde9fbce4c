package dev.tidings.text.trainer;

import dev.tidings.text.language.NgramTable;
import dev.tidings.text.language.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Trains the model from the folder that {@link GatherSources} writes. */
final class TrainModel {
    /** Names algorithm and model; a new model needs a new version and new golden predictions. */
    private static final String VERSION = "tidings-language 2";

    /** Just under 8 MiB of rows: a heap of regions of any size holds them without waste. */
    private static final int ROWS = 524_284;

    private static final Map<String, Double> SHARES = Map.of(
            "Latn", 0.60, "Arab", 0.16, "Cyrl", 0.12, "Deva", 0.03, "Hani", 0.05, "Ethi", 0.02, "Hebr", 0.008, "Beng",
            0.007, "Tibt", 0.005);
    private static final Map<String, Double> SAMPLES = Map.of(
            "Latn", 1.0, "Arab", 0.4, "Cyrl", 0.2, "Deva", 0.06, "Hani", 0.05, "Ethi", 0.02, "Hebr", 0.02, "Beng", 0.02,
            "Tibt", 0.01);
    private static final double RATE = 1.0;

    private final Path corpus;
    private final int latinSamples;
    private final long seed;

    TrainModel(Path corpus, int latinSamples, long seed) {
        this.corpus = corpus;
        this.latinSamples = latinSamples;
        this.seed = seed;
    }

    /** Arguments: corpus folder, file to write, samples of the Latin script, seed. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("Usage: TrainModel <corpus folder> <model file> <Latin samples> <seed>");
            System.exit(2);
        }
        TrainModel training =
                new TrainModel(Path.of(arguments[0]), Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
        Files.write(Path.of(arguments[1]), training.trainAll());
    }

    byte[] trainAll() throws IOException, InterruptedException, ExecutionException {
        Map<Integer, List<String[]>> scripts = ScriptClasses.byScript();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Optional<ModelWriter.Trained>>> parts = new ArrayList<>();
            scripts.forEach((script, languages) -> parts.add(pool.submit(() -> trainScript(script, languages))));
            ModelWriter writer = new ModelWriter(VERSION, Calibration.fittedBefore());
            for (Future<Optional<ModelWriter.Trained>> part : parts) {
                part.get().ifPresent(writer::addScript);
            }
            return writer.toBytes();
        } finally {
            pool.shutdown();
        }
    }

    private Optional<ModelWriter.Trained> trainScript(int script, List<String[]> languages) throws IOException {
        ScriptClasses scriptClasses = ScriptClasses.readClasses(corpus, script, languages);
        if (scriptClasses.size() <= 1) {
            return scriptClasses.languages().stream()
                    .map(only -> ModelWriter.Trained.onlyLanguage(script, only))
                    .findFirst();
        }
        String code = Scripts.scriptCode(script);
        int buckets = (int) (ROWS * SHARES.getOrDefault(code, 0.005) / NgramTable.BUCKET);
        int samples = (int) (latinSamples * SAMPLES.getOrDefault(code, 0.01));
        int[] checks = new FeatureSelection(scriptClasses, script).chooseFeatures(buckets, samples / 4, seed + 1);
        ScriptTrainer trainer = new ScriptTrainer(scriptClasses, script, checks, seed + 2);
        double loss = trainer.trainSamples(samples, RATE, seed + 3);
        System.err.printf(
                Locale.ROOT, "%s: %d languages, %d samples, loss %.4f%n", code, scriptClasses.size(), samples, loss);
        return Optional.of(ModelWriter.Trained.quantised(script, scriptClasses.languages(), checks, trainer));
    }
}
