package dev.tidings.text.trainer;

import dev.tidings.text.language.Language;
import dev.tidings.text.language.LanguageCandidate;
import dev.tidings.text.language.Scripts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The languages of one script with their training text and their share of the samples. */
final class ScriptClasses {
    private static final Map<String, Double> WEIGHTS = Map.ofEntries(
            Map.entry("ckb", 10.0),
            Map.entry("eng", 4.0),
            Map.entry("fas", 4.0),
            Map.entry("ara", 4.0),
            Map.entry("urd", 4.0),
            Map.entry("kmr", 4.0),
            Map.entry("tur", 3.0),
            Map.entry("dan", 3.0),
            Map.entry("xho", 3.0),
            Map.entry("bal", 1.0),
            Map.entry("brh", 1.0),
            Map.entry("hac", 0.7),
            Map.entry("glk", 1.5),
            Map.entry("trw", 1.5),
            Map.entry("skr", 1.0),
            Map.entry("pnb", 1.0),
            Map.entry("kas", 1.5),
            Map.entry("azb", 0.7),
            Map.entry("und", 1.0));

    /** Lists of names are a language of their own in training: {@code und}. */
    private static final String[] NAMES = {LanguageCandidate.UNDETERMINED, LanguageCandidate.UNDETERMINED};

    private final List<String> codes = new ArrayList<>();
    private final List<Language> languages = new ArrayList<>();
    private final List<TrainingText> texts = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double totalWeight;

    /** A sample and the class it belongs to. */
    record Sample(int label, String text) {}

    /** Returns ISO 639-3 code and tag of the languages of every script, by script number. */
    static Map<Integer, List<String[]>> byScript() throws IOException {
        Map<Integer, List<String[]>> scripts = new TreeMap<>();
        try (InputStream in = GatherSources.readResource("/dev/tidings/text/language/languages.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(columns -> {
                        for (String script : columns[2].split(" ", -1)) {
                            scripts.computeIfAbsent(Scripts.scriptNumber(script), n -> new ArrayList<>())
                                    .add(columns);
                        }
                    });
        }
        for (String script : List.of("Latn", "Cyrl")) {
            scripts.getOrDefault(Scripts.scriptNumber(script), new ArrayList<>())
                    .add(NAMES);
        }
        return scripts;
    }

    static ScriptClasses readClasses(Path corpus, int script, List<String[]> languages) throws IOException {
        ScriptClasses scriptClasses = new ScriptClasses();
        for (String[] columns : languages) {
            TrainingText text = TrainingText.readFolder(corpus.resolve(columns[0]), script);
            if (languages.size() == 1 || !text.isEmpty()) {
                scriptClasses.addClass(columns[0], language(columns[0], columns[1], script), text);
            }
        }
        return scriptClasses;
    }

    private static Language language(String code, String tag, int script) {
        String written = code.equals("jpn") ? "Jpan" : Scripts.scriptCode(script);
        return new Language(code.equals("kmr") ? "ku-" + written : tag, written);
    }

    private void addClass(String code, Language language, TrainingText text) {
        codes.add(code);
        languages.add(language);
        texts.add(text);
        double weight = WEIGHTS.getOrDefault(code, 2.0)
                * (code.equals("kmr") && language.script().equals("Arab") ? 0.25 : 1);
        weights.add(weight);
        totalWeight += weight;
    }

    List<Language> languages() {
        return List.copyOf(languages);
    }

    int size() {
        return languages.size();
    }

    /** Returns a sample of a random language. */
    Sample drawSample(SplittableRandom random) {
        double at = random.nextDouble() * totalWeight;
        int label = 0;
        while (label < size() - 1 && at >= weights.get(label)) {
            at -= weights.get(label++);
        }
        String text = texts.get(label).drawSample(random);
        return new Sample(label, KeyboardSpelling.varySpelling(text, codes.get(label), random));
    }
}
