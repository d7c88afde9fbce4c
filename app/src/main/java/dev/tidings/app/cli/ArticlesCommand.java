package dev.tidings.app.cli;

import dev.tidings.consumer.store.ArticleQuery;
import dev.tidings.consumer.store.ArticleStore;
import dev.tidings.streams.duplicate.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings articles}: what the store holds. */
@Command(
        name = "articles",
        description = "List stored articles, the newest decisions last; suppressed copies with --copies.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings articles                            the newest 50",
            "  tidings articles --language ckb --limit 5   the newest five in Central Kurdish",
            "  tidings articles --text Erdogan -o json     every field of those that name him",
            "  tidings articles --verdict exact            the exact copies that were suppressed"
        })
final class ArticlesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = {"-l", "--language"},
            paramLabel = "TAG",
            description = "Only this language (BCP 47), e.g. ckb or ku-Latn.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME", description = "Only this root, feed or service.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--verdict", paramLabel = "VERDICT", description = "Only this verdict: ${COMPLETION-CANDIDATES}.")
    private Optional<Verdict> verdict = Optional.empty();

    @Option(names = "--text", paramLabel = "WORDS", description = "Only those with these words in title or body.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--copies", description = "List suppressed copies instead of published articles.")
    private boolean copies;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    ArticlesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CommandException(ExitCode.USAGE, "--limit " + limit + " is not possible; give 1 or more");
        }
        try (ArticleStore opened = store.open(console)) {
            int found = list(opened);
            if (found == 0) {
                console.say("no article meets these conditions");
            }
        }
        return ExitCode.OK.code();
    }

    private int list(ArticleStore opened) {
        if (copies || verdict.map(Verdict::suppressed).orElse(false)) {
            return listed(StoredViews.COPIES, opened.copies(query()));
        }
        return listed(StoredViews.ARTICLES, opened.list(query()));
    }

    private <T> int listed(dev.tidings.app.cli.output.View<T> view, List<T> found) {
        output.writer(console).list(view, found);
        return found.size();
    }

    private ArticleQuery query() {
        return new ArticleQuery(language, source, verdict.map(Verdict::name), text, OptionalLong.empty(), limit);
    }
}
