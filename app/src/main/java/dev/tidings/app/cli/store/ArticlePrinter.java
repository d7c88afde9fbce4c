package dev.tidings.app.cli.store;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.output.DataStream;
import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.View;
import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.SkippedRecord;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes articles as they come, until there are enough or nobody reads them any more. */
public final class ArticlePrinter implements ArticleOutput {
    private static final View<SubscribedArticle> VIEW = View.of(SubscribedArticle.class)
            .withColumn("time", article -> article.time().truncatedTo(ChronoUnit.SECONDS))
            .withColumn("language", article -> article.event().getLanguage())
            .withColumn("verdict", article -> article.headers().verdict())
            .withColumn("uri", article -> article.event().getUri())
            .withColumn("title", article -> StoredViews.titleOrFirstWords(article.event()))
            .withFields(ArticlePrinter::fieldsOf);
    private static final int[] WIDTHS = {20, 8, 12, 30};

    private final DataStream<SubscribedArticle> stream;
    private final Console console;
    private final long most;
    private Runnable end = () -> {};
    private long written;

    public ArticlePrinter(DataWriter writer, Console console, long most) {
        this.stream = writer.openStream(VIEW, WIDTHS);
        this.console = console;
        this.most = most;
    }

    @Override
    public void endBy(Runnable action) {
        end = action;
    }

    @Override
    public void onArticle(SubscribedArticle article) {
        if (!stream.writeItem(article)) {
            end.run();
            // Nobody has seen it, so it is not done.
            throw new RetryLaterException("nobody reads the output any more", null);
        }
        written++;
        if (written >= most) {
            end.run();
        }
    }

    @Override
    public void onGivenUp(SkippedRecord record) {
        tellSkipped(console, record);
    }

    /** Says that a record was passed over, and why. */
    public static void tellSkipped(Console console, SkippedRecord record) {
        console.sayLine("passed over " + record.position() + ": " + record.reason() + ", " + record.message());
    }

    /** Returns an article as one line of JSON, with its line end. */
    public static String toJsonLine(SubscribedArticle article) {
        StringWriter line = new StringWriter();
        new DataWriter(OutputFormat.JSONL, new PrintWriter(line), Integer.MAX_VALUE).writeOne(VIEW, article);
        return line.toString();
    }

    private static Map<String, @Nullable Object> fieldsOf(SubscribedArticle article) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(StoredViews.fieldsOf(
                article.event(), article.headers().verdict(), article.headers().cluster()));
        fields.put("decision", article.headers().decision());
        fields.put("recordTime", article.time());
        return fields;
    }

    @Override
    public void close() {
        stream.close();
    }
}
