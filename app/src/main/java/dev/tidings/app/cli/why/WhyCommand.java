package dev.tidings.app.cli.why;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.store.LabelOptions;
import dev.tidings.app.cli.store.StoreOptions;
import dev.tidings.consumer.store.ArticleHistory;
import dev.tidings.consumer.store.ArticleRepository;
import dev.tidings.consumer.store.StoreReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings why}: the verdict on one article and what it rests on. */
@Command(
        name = "why",
        description = {
            "Say why an article got its verdict.",
            "What it was compared with, by which rule, and how alike they are."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings why seeds/000_7862ad32163287db.txt    'tidings articles' shows uris",
            "  tidings why seeds/a.txt -o json               the same for a program"
        })
public final class WhyCommand implements Callable<Integer> {
    private static final View<Explanation> VIEW = View.of(Explanation.class)
            .withColumn("article", Explanation::uri)
            .withColumn("id", Explanation::articleId)
            .withColumn("title", Explanation::title)
            .withColumn("language", Explanation::language)
            .withColumn("verdict", ExplanationText::verdictText)
            .withColumn("because", ExplanationText::reasonText)
            .withColumn("compared with", ExplanationText::otherText)
            .withColumn("alike", ExplanationText::likenessText)
            .withColumn("new in it", ExplanationText::newText)
            .withColumn("cluster", Explanation::cluster)
            .withColumn("decisions", ExplanationText::decisionsText)
            .withColumn("matched by", ExplanationText::matchedBy)
            .withColumn("story", ExplanationText::storyText);

    private final Console console;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Parameters(paramLabel = "ID", description = "Id or uri of the article; suppressed copies have them too.")
    private String article = "";

    public WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (StoreReader opened = store.openStore(console)) {
            output.openWriter(console).writeOne(VIEW, explain(opened));
        }
        return ExitCode.OK.code();
    }

    private Explanation explain(StoreReader opened) {
        ArticleRepository articles = opened.articles();
        ArticleHistory history = articles.findHistory(article).orElseThrow(this::unknownArticle);
        return Explanation.explain(
                history, opened.stories().findStory(history.articleId()), labels::labelOf, articles::findUri);
    }

    private CommandException unknownArticle() {
        return new CommandException(
                ExitCode.FAILURE,
                "the store knows no article " + article
                        + "; 'tidings articles' lists those it has, 'tidings dlq list' what failed");
    }
}
