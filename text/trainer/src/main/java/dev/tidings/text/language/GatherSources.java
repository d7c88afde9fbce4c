package dev.tidings.text.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns checked-out public sources and the development set into the folder the trainer reads: {@code
 * <ISO 639-3>/<source>.sentences} (a sentence a line) and {@code .words} (word, tab, weight), and beside them {@code
 * score.tsv} and {@code tuning.tsv}. Score rows are never trained on.
 */
final class GatherSources {
    /** Of a long source every n-th sentence is kept, so that about this many remain. */
    private static final int MOST_SENTENCES = 20_000;

    private static final String RELEASE = "release";

    private final Path clones;
    private final Path folder;
    private final boolean release;
    private final HeldOut heldOut = new HeldOut();
    private final Map<String, SourceText> texts = new TreeMap<>();
    private final NameList names = new NameList();

    private GatherSources(Path clones, Path folder, boolean release) {
        this.clones = clones;
        this.folder = folder;
        this.release = release;
    }

    /**
     * Arguments: {@code release} or {@code experiment}, folder of checked-out sources ({@code owner+name/}), development
     * set (tsv.gz), folder to write. For an experiment the tuning rows are kept from training too, and so is every text that
     * shares a sentence with them or with the score rows.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 4 || !List.of(RELEASE, "experiment").contains(arguments[0])) {
            System.err.println("Usage: GatherSources release|experiment <clones> <dev.tsv.gz> <folder to write>");
            System.exit(2);
        }
        new GatherSources(Path.of(arguments[1]), Path.of(arguments[3]), arguments[0].equals(RELEASE))
                .gather(Path.of(arguments[2]));
    }

    private void gather(Path developmentSet) throws IOException {
        List<EvaluationSet.Row> rows = EvaluationSet.read(developmentSet);
        Files.createDirectories(folder);
        writeRows(rows, EvaluationSet.Part.SCORE, "score.tsv");
        writeRows(rows, EvaluationSet.Part.TUNING, "tuning.tsv");
        for (EvaluationSet.Row row : rows) {
            if (row.isTrainedOn(release)) {
                SourceText text = text(row.language(), "dev-" + row.source());
                SourceReader.sentences(row.text()).forEach(text::sentence);
            }
        }
        for (SourceFile file : SourceFile.all()) {
            read(file);
        }
        for (Map.Entry<String, SourceText> entry : texts.entrySet()) {
            entry.getValue().write(folder.resolve(entry.getKey()), MOST_SENTENCES);
        }
        names.write(folder.resolve(Candidate.UNDETERMINED));
    }

    private void writeRows(List<EvaluationSet.Row> rows, EvaluationSet.Part part, String name) throws IOException {
        List<EvaluationSet.Row> chosen =
                rows.stream().filter(row -> row.part() == part).toList();
        if (!release) {
            chosen.forEach(row -> heldOut.add(row.text()));
        }
        Files.write(
                folder.resolve(name),
                chosen.stream().map(EvaluationSet.Row::line).toList(),
                StandardCharsets.UTF_8);
    }

    private void read(SourceFile file) throws IOException {
        SourceText text = text(file.language(), file.source());
        file.reader().read(path(file), file.language(), text);
        if (file.reader() == SourceReader.UNILEX) {
            file.reader().read(path(file), file.language(), names);
        }
        if (file.language().equals("kmr")) {
            SourceText arabic = text("kmr", file.source() + "-transliterated");
            file.reader().read(path(file), file.language(), new Transliterated(Transliteration.KURMANJI, arabic));
        }
        if (file.language().equals("aze") && !file.path().contains("cyrl")) {
            SourceText arabic = text("azb", file.source() + "-transliterated");
            file.reader()
                    .read(path(file), file.language(), new Transliterated(Transliteration.SOUTH_AZERBAIJANI, arabic));
        }
    }

    private Path path(SourceFile file) {
        return clones.resolve(file.repository().replace('/', '+')).resolve(file.path());
    }

    private SourceText text(String language, String source) {
        return texts.computeIfAbsent(language + "/" + source, name -> new SourceText(heldOut));
    }

    private record Transliterated(Transliteration rules, Corpus target) implements Corpus {
        @Override
        public void sentence(String text) {
            target.sentence(rules.write(text));
        }

        @Override
        public void word(String word, double weight) {
            target.word(rules.write(word), weight);
        }
    }

    static InputStream resource(String name) {
        InputStream in = GatherSources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The resource " + name + " is missing from the jar");
        }
        return in;
    }
}
