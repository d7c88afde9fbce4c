package dev.tidings.app.cli.store;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.TimeArgument;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoredStory;
import dev.tidings.consumer.store.StoryQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings stories}: which articles tell of the same event. */
@Command(
        name = "stories",
        description = {"List stories, articles on one event across languages.", "The newest come last."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings stories                              the newest 50",
            "  tidings stories --members 2 --languages 2    told in more than one language",
            "  tidings stories --lang ckb --since 2d        in Central Kurdish, of two days",
            "  tidings stories --label en,de                called in English, or else German",
            "  tidings stories --text Sochi -o json         with their members, for a program"
        })
public final class StoriesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Option(
            names = {"-l", "--lang"},
            paramLabel = "TAG",
            description = "Only stories with an article in this language (BCP 47), e.g. ckb or ku-Latn; they are called"
                    + " in it unless --label says otherwise.")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Only stories with an article of this root, feed or service.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--text", paramLabel = "WORDS", description = "Only those with these words in label or a title.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only stories with an article that came since then: " + TimeArgument.FORMS + ".")
    private Optional<String> since = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", description = "Only stories with an article that had come by then.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--members",
            paramLabel = "N",
            defaultValue = "1",
            description = "Only stories of at least so many articles (default: ${DEFAULT-VALUE}).")
    private int members = 1;

    @Option(
            names = "--languages",
            paramLabel = "N",
            defaultValue = "1",
            description = "Only stories in at least so many languages (default: ${DEFAULT-VALUE}).")
    private int languages = 1;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    public StoriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        atLeastOne("--limit", limit);
        atLeastOne("--members", members);
        atLeastOne("--languages", languages);
        StoryQuery query = storyQuery();
        try (StoreReader opened = store.openStore(console)) {
            List<StoredStory> found = opened.stories().listStories(query);
            output.openWriter(console).writeList(StoryViews.listView(labelLanguages()), found);
            if (found.isEmpty()) {
                console.sayLine("no story meets these conditions");
            }
        }
        return ExitCode.OK.code();
    }

    private List<String> labelLanguages() {
        return Stream.concat(labels.languages().stream(), language.stream()).toList();
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new CommandException(ExitCode.USAGE, option + " " + value + " is not possible; give 1 or more");
        }
    }

    private StoryQuery storyQuery() {
        Clock clock = Clock.systemUTC();
        return new StoryQuery(
                language,
                source,
                text,
                since.map(time -> TimeArgument.parseTime("--since", time, clock)),
                until.map(time -> TimeArgument.parseTime("--until", time, clock)),
                members,
                languages,
                limit);
    }
}
