package dev.tidings.text.trainer;

import dev.tidings.text.language.LanguageCandidate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns checked-out public sources and the development set into the folder the trainer reads: {@code
 * <ISO 639-3>/<source>.sentences} (a sentence a line) and {@code .words} (word, tab, weight), and beside them {@code
 * score.tsv}, {@code tuning.tsv} and {@code held-out.tsv}. Score rows are never trained on.
 */
final class GatherSources {
    /** Of a long source every n-th sentence is kept, so that about this many remain. */
    private static final int MAX_SENTENCES = 20_000;

    private final Path clones;
    private final Path folder;
    private final EvaluationSet.Purpose purpose;
    private final String source;
    private final HeldOutText heldOutText = new HeldOutText();
    private final Map<String, SourceText> texts = new TreeMap<>();
    private final NameList names = new NameList();

    private GatherSources(Path clones, Path folder, String purpose) {
        this.clones = clones;
        this.folder = folder;
        String[] words = purpose.split(":", 2);
        this.purpose = EvaluationSet.Purpose.valueOf(words[0].toUpperCase(Locale.ROOT));
        this.source = words.length > 1 ? words[1] : "";
    }

    /**
     * Arguments: {@code release}, {@code experiment} or {@code without:<source of the development set>}, folder of
     * checked-out sources ({@code owner+name/}), development set (tsv.gz), folder to write.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4 || !arguments[0].matches("release|experiment|without:.+")) {
            System.err.println(
                    "Usage: GatherSources release|experiment|without:<source> <clones> <dev.tsv.gz> <folder to write>");
            System.exit(2);
        }
        new GatherSources(Path.of(arguments[1]), Path.of(arguments[3]), arguments[0]).gatherAll(Path.of(arguments[2]));
    }

    private void gatherAll(Path developmentSet) throws IOException {
        List<EvaluationSet.Row> rows = EvaluationSet.readSet(developmentSet);
        Files.createDirectories(folder);
        List<EvaluationSet.Row> keptAway =
                rows.stream().filter(row -> purpose.keepsAway(row, source)).toList();
        keptAway.forEach(row -> heldOutText.addText(row.text()));
        writeFolder(keptAway, "held-out.tsv");
        writeFolder(
                rows.stream()
                        .filter(row -> row.part() == EvaluationSet.Part.SCORE)
                        .toList(),
                "score.tsv");
        writeFolder(
                rows.stream()
                        .filter(row -> row.part() == EvaluationSet.Part.TUNING)
                        .toList(),
                "tuning.tsv");
        for (EvaluationSet.Row row : rows) {
            if (purpose.trainsOn(row, source)) {
                SourceText text = sourceText(row.language(), "dev-" + row.source());
                SourceParser.splitSentences(row.text()).forEach(text::acceptSentence);
            }
        }
        for (SourceFile file : SourceFile.allFiles()) {
            readSource(file);
        }
        for (Map.Entry<String, SourceText> entry : texts.entrySet()) {
            entry.getValue().writeFiles(folder.resolve(entry.getKey()), MAX_SENTENCES);
        }
        names.writeList(folder.resolve(LanguageCandidate.UNDETERMINED));
    }

    private void writeFolder(List<EvaluationSet.Row> rows, String name) throws IOException {
        List<String> lines = rows.stream().map(EvaluationSet.Row::line).toList();
        Files.write(folder.resolve(name), lines, StandardCharsets.UTF_8);
    }

    private void readSource(SourceFile file) throws IOException {
        SourceText text = sourceText(file.language(), file.sourceName());
        file.reader().readInto(pathOf(file), file.language(), text);
        if (file.reader() == SourceParser.UNILEX) {
            file.reader().readInto(pathOf(file), file.language(), names);
        }
        if (file.language().equals("kmr")) {
            SourceText arabic = sourceText("kmr", file.sourceName() + "-transliterated");
            file.reader().readInto(pathOf(file), file.language(), new Transliterated(Transliteration.KURMANJI, arabic));
        }
        if (file.language().equals("aze") && !file.path().contains("cyrl")) {
            SourceText arabic = sourceText("azb", file.sourceName() + "-transliterated");
            file.reader()
                    .readInto(
                            pathOf(file),
                            file.language(),
                            new Transliterated(Transliteration.SOUTH_AZERBAIJANI, arabic));
        }
    }

    private Path pathOf(SourceFile file) {
        return clones.resolve(file.repository().replace('/', '+')).resolve(file.path());
    }

    private SourceText sourceText(String language, String source) {
        return texts.computeIfAbsent(language + "/" + source, name -> new SourceText(heldOutText));
    }

    private record Transliterated(Transliteration rules, CorpusConsumer target) implements CorpusConsumer {
        @Override
        public void acceptSentence(String text) {
            target.acceptSentence(rules.transliterate(text));
        }

        @Override
        public void acceptWord(String word, double weight) {
            target.acceptWord(rules.transliterate(word), weight);
        }
    }

    static InputStream readResource(String name) {
        InputStream in = GatherSources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The resource " + name + " is missing from the jar");
        }
        return in;
    }
}
