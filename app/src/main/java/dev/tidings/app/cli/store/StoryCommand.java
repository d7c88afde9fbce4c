package dev.tidings.app.cli.store;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoredStory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings story}: one story, and why each of its articles belongs to it. */
@Command(
        name = "story",
        description = {
            "Show the articles of one story, and why each belongs to it.",
            "What each shares with the one it was likest to when it came: names, places, days, numbers, and"
                    + " what each counted (the rarer, the more)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings story seeds/002_5f853b347646af86.txt    by the uri of an article",
            "  tidings story 26b1a7c5-0b3b-5f3c-9a53-2f5b6d9a4f10 -o json"
        })
public final class StoryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Parameters(
            paramLabel = "ID",
            description = "Id of the story, or id or uri of any of its articles; suppressed copies belong to it too."
                    + " The id of a story that another one took over leads to that one.")
    private String story = "";

    public StoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (StoreReader opened = store.openStore(console)) {
            showStory(opened.stories().findStory(story).orElseThrow(this::unknownStory));
        }
        return ExitCode.OK.code();
    }

    private void showStory(StoredStory found) {
        DataWriter writer = output.openWriter(console);
        writer.writeOne(StoryViews.storyView(labels.languages()), found);
        if (output.format == OutputFormat.TABLE) {
            found.members().forEach(member -> {
                console.out().println();
                writer.writeOne(StoryViews.memberView(found), member);
            });
            if (!found.copies().isEmpty()) {
                console.out().println();
                writer.writeList(StoryViews.COPIES, found.copies());
            }
        }
    }

    private CommandException unknownStory() {
        return new CommandException(
                ExitCode.FAILURE, "the store knows no story of " + story + "; 'tidings stories' lists those it has");
    }
}
