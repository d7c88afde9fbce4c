package dev.tidings.app.cli.store;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.TimeArgument;
import dev.tidings.app.cli.output.View;
import dev.tidings.consumer.export.NewsArticles;
import dev.tidings.consumer.export.Ninjs;
import dev.tidings.consumer.store.ArticleQuery;
import dev.tidings.consumer.store.ArticleRepository;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoredArticle;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.streams.dedup.match.Verdict;
import java.time.Clock;
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
        description = "List stored articles, the newest last.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings articles                           the newest 50",
            "  tidings articles --lang ckb --since 2h     what came lately in Central Kurdish",
            "  tidings articles --text Erdogan -o json    every field of those that name him",
            "  tidings articles --verdict exact           the exact copies not published",
            "  tidings articles -o ninjs                  as news objects of IPTC ninjs 3.1"
        })
public final class ArticlesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private ArticleOutputOptions output = new ArticleOutputOptions();

    @Option(
            names = {"-l", "--lang"},
            paramLabel = "TAG",
            description = "Only this language (BCP 47), e.g. ckb or ku-Latn.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--source", paramLabel = "NAME", description = "Only this root, feed or service.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--verdict", paramLabel = "VERDICT", description = "Only this verdict: ${COMPLETION-CANDIDATES}.")
    private Optional<Verdict> verdict = Optional.empty();

    @Option(names = "--text", paramLabel = "WORDS", description = "Only those with these words in title or body.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those that came since then: " + TimeArgument.FORMS + ".")
    private Optional<String> since = Optional.empty();

    @Option(names = "--copies", description = "List suppressed copies instead of published articles.")
    private boolean copies;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    public ArticlesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new CommandException(ExitCode.USAGE, "--limit " + limit + " is not possible; give 1 or more");
        }
        ArticleQuery query = articleQuery();
        try (StoreReader opened = store.openStore(console)) {
            int found = listArticles(opened.articles(), query);
            if (found == 0) {
                console.sayLine("no article meets these conditions");
            }
        }
        return ExitCode.OK.code();
    }

    private int listArticles(ArticleRepository articles, ArticleQuery query) {
        if (copies || verdict.map(Verdict::isCopy).orElse(false)) {
            return newestLast(copyView(), articles.listCopies(query));
        }
        return newestLast(articleView(), articles.listArticles(query));
    }

    private View<StoredArticle> articleView() {
        return switch (output.format) {
            case NINJS -> StoredViews.ARTICLES.withFields(article -> Ninjs.ninjsOf(article.event()));
            case JSONLD -> StoredViews.ARTICLES.withFields(article -> NewsArticles.newsArticleOf(article.event()));
            case TABLE, JSON, JSONL -> StoredViews.ARTICLES;
        };
    }

    private View<ArticleRelation> copyView() {
        return switch (output.format) {
            case NINJS, JSONLD ->
                throw new CommandException(
                        ExitCode.USAGE, "a suppressed copy is kept without its text; list copies with -o json");
            case TABLE, JSON, JSONL -> StoredViews.COPIES;
        };
    }

    private <T> int newestLast(View<T> view, List<T> found) {
        output.openWriter(console).writeList(view, found);
        return found.size();
    }

    private ArticleQuery articleQuery() {
        return new ArticleQuery(
                language,
                source,
                verdict.map(Verdict::name),
                text,
                since.map(time -> TimeArgument.parseTime("--since", time, Clock.systemUTC())),
                OptionalLong.empty(),
                limit);
    }
}
