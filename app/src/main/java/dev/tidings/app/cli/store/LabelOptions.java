package dev.tidings.app.cli.store;

import dev.tidings.consumer.store.StoredStory;
import java.util.List;
import picocli.CommandLine.Option;

/** In which language stories are called. */
public final class LabelOptions {

    @Option(
            names = "--label",
            split = ",",
            paramLabel = "TAG",
            description = "Call stories in the first of these languages (BCP 47) that they are told in, e.g. en,ckb;"
                    + " else in that of most of their articles.")
    private List<String> languages = List.of();

    /** Returns what a story is called. */
    public String labelOf(StoredStory story) {
        return story.headlineIn(languages);
    }

    /** Returns the languages that were asked for, the most wanted first. */
    List<String> languages() {
        return languages;
    }
}
