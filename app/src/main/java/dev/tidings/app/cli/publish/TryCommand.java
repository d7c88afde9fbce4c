package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.cli.store.StoredViews;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.dedup.change.ChangeKind;
import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dryrun.DryRun;
import dev.tidings.streams.topology.StageResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings try}: every stage in this process, without a broker. */
@Command(
        name = "try",
        description = {
            "Take files through every stage, without a broker.",
            "Shows what each stage finds in them; nothing is published."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings try seeds/002_5f853b347646af86.txt", "  tidings try seeds -o json"})
public final class TryCommand implements Callable<Integer> {
    private static final View<StageRow> STAGES = View.of(StageRow.class)
            .withColumn("uri", StageRow::uri)
            .withColumn("stage", row -> row.result().stage())
            .withColumn("algorithm", row -> row.result().algorithm())
            .withColumn("found", row -> StoredViews.firstWords(row.result().found()));

    private static final View<Trial> TRIALS = View.of(Trial.class).withFields(TryCommand::fieldsOf);

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders, as for publish.")
    private List<Path> files = List.of();

    public TryCommand(Console console) {
        this.console = console;
    }

    /** One file and what became of it. */
    private record Trial(RawArticle raw, DryRun.Outcome outcome) {}

    /** One stage of one file, for people. */
    private record StageRow(String uri, StageResult result) {}

    @Override
    public Integer call() {
        Settings resolved = settings.resolveSettings(console, Map.of());
        DryRun dryRun = DryRun.complete();
        List<Trial> trials = new ArrayList<>();
        new TrialInputs(StandardFormats.formats(), resolved.get(ConnectionSettings.MAX_ARTICLE_BYTES), console::sayLine)
                .forEach(files, Optional.empty(), raw -> trials.add(new Trial(raw, dryRun.runStages(raw))));
        if (output.format == OutputFormat.TABLE) {
            output.openWriter(console)
                    .writeList(
                            STAGES,
                            trials.stream()
                                    .flatMap(trial -> stagesOf(trial).stream())
                                    .toList());
        } else {
            output.openWriter(console).writeList(TRIALS, trials);
        }
        boolean failed =
                trials.stream().anyMatch(trial -> trial.outcome().failure().isPresent());
        return (failed ? ExitCode.DEAD_LETTERS : ExitCode.OK).code();
    }

    private static List<StageRow> stagesOf(Trial trial) {
        String uri = trial.raw().getUri();
        return trial.outcome().stages().stream()
                .map(result -> new StageRow(uri, result))
                .toList();
    }

    /** What programs see: the fields of the event and the verdict, or of the dead letter. */
    private static Map<String, @Nullable Object> fieldsOf(Trial trial) {
        return trial.outcome().published().map(TryCommand::publishedFields).orElseGet(() -> rejectedFields(trial));
    }

    private static Map<String, @Nullable Object> publishedFields(DryRun.Published published) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(StoredViews.fieldsOf(
                published.event(),
                published.decision().verdict().name(),
                published.decision().cluster().toString()));
        TextChange change = published.decision().change();
        if (change.isMeasured()) {
            fields.put(
                    "change",
                    change.kinds().stream().map(ChangeKind::publishedCode).toList());
            fields.put("newShare", change.newShare());
            fields.put(
                    "newSentences",
                    change.newSentences().stream()
                            .map(sentence -> new Stretch(sentence.start(), sentence.end()))
                            .toList());
            fields.put("numbersBefore", change.numbersBefore());
            fields.put("numbersAfter", change.numbersAfter());
            fields.put("namesBefore", change.namesBefore());
            fields.put("namesAfter", change.namesAfter());
        }
        return fields;
    }

    /** Of a text, in UTF-16 units. A map would show them in another order each time. */
    private record Stretch(int start, int end) {}

    private static Map<String, @Nullable Object> rejectedFields(Trial trial) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("articleId", trial.raw().getArticleId());
        fields.put("uri", trial.raw().getUri());
        trial.outcome().failure().ifPresent(failure -> fields.put("reason", failure.reason()));
        fields.put("verdict", "DEAD_LETTERED");
        return fields;
    }
}
