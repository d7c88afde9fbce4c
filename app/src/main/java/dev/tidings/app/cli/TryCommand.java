package dev.tidings.app.cli;

import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.View;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.streams.analyse.AnalysedArticle;
import dev.tidings.streams.duplicate.Decision;
import dev.tidings.streams.topology.DryRun;
import dev.tidings.streams.topology.DryRun.Published;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings try}: every stage in this process, without a broker. */
@Command(
        name = "try",
        description =
                "Take files through every stage in this process, without a broker, and show what each stage found.",
        footerHeading = "%nExamples:%n",
        footer = {"  tidings try seeds/002_5f853b347646af86.txt", "  tidings try seeds -o json"})
final class TryCommand implements Callable<Integer> {
    private static final View<Stage> STAGES = View.of(Stage.class)
            .with("uri", Stage::uri)
            .with("stage", Stage::stage)
            .with("found", Stage::found);

    private static final View<Trial> TRIALS = View.of(Trial.class).withFields(TryCommand::fields);

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files and folders, as for publish.")
    private List<Path> files = List.of();

    TryCommand(Console console) {
        this.console = console;
    }

    /** One file and what became of it. */
    private record Trial(RawArticle raw, DryRun.Outcome outcome) {}

    /** One stage of one file, for people. */
    private record Stage(String uri, String stage, String found) {}

    @Override
    public Integer call() {
        Settings resolved = settings.resolve(console, Map.of());
        DryRun dryRun = new DryRun();
        List<Trial> trials = new ArrayList<>();
        new TrialInputs(resolved.get(ConnectionSettings.MAX_ARTICLE_BYTES), console::say)
                .forEach(files, raw -> trials.add(new Trial(raw, dryRun.run(raw))));
        if (output.format == OutputFormat.TABLE) {
            output.writer(console)
                    .list(
                            STAGES,
                            trials.stream()
                                    .flatMap(trial -> stages(trial).stream())
                                    .toList());
        } else {
            output.writer(console).list(TRIALS, trials);
        }
        boolean failed =
                trials.stream().anyMatch(trial -> trial.outcome().failure().isPresent());
        return (failed ? ExitCode.DEAD_LETTERS : ExitCode.OK).code();
    }

    private static List<Stage> stages(Trial trial) {
        Map<String, String> found = new LinkedHashMap<>();
        trial.outcome().published().ifPresent(published -> describe(published, found));
        trial.outcome().failure().ifPresent(failure -> found.put("dead letter", inWords(failure)));
        String uri = trial.raw().getUri();
        return found.entrySet().stream()
                .map(entry -> new Stage(uri, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void describe(Published published, Map<String, String> found) {
        AnalysedArticle article = published.analysed();
        found.put("decode", article.text().charset() + ", " + article.text().replacedChars() + " characters replaced");
        found.put(
                "extract",
                article.extraction().blocks().size() + " blocks, "
                        + article.title().map(title -> "title: " + title).orElse("no title"));
        found.put("sketch", article.sketch().exact().map(String::valueOf).orElse("no content"));
        found.put(
                "language",
                String.format(
                        Locale.ROOT,
                        "%s %s %.3f",
                        article.language().tag(),
                        article.language().script(),
                        article.language().probability()));
        found.put(
                "enrich",
                published.event().getWordCount() + " words, "
                        + published.event().getSentenceCount() + " sentences"
                        + article.flags().stream()
                                .collect(
                                        Collectors.joining(", ", article.flags().isEmpty() ? "" : ", flags ", "")));
        found.put("duplicates", inWords(published.decision()));
    }

    private static String inWords(Decision decision) {
        return decision.verdict() + " by " + decision.rule().code()
                + decision.match()
                        .map(match -> ", compared with " + match.articleId())
                        .orElse("");
    }

    private static String inWords(Failure failure) {
        return failure.reason() + ": " + failure.message();
    }

    /** What programs see: the fields of the event and the verdict, or of the dead letter. */
    private static Map<String, @Nullable Object> fields(Trial trial) {
        return trial.outcome()
                .published()
                .map(published -> StoredViews.fields(
                        published.event(),
                        published.decision().verdict().name(),
                        published.decision().cluster().toString()))
                .orElseGet(() -> rejected(trial));
    }

    private static Map<String, @Nullable Object> rejected(Trial trial) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("articleId", trial.raw().getArticleId());
        fields.put("uri", trial.raw().getUri());
        trial.outcome().failure().ifPresent(failure -> fields.put("reason", failure.reason()));
        fields.put("verdict", "DEAD_LETTERED");
        return fields;
    }
}
