package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.output.DataStream;
import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.View;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.source.SourceRoot;

/**
 * Shows how a watch goes: inputs that were written are data on standard output, skipped ones and notices go to standard
 * error, and unchanged inputs are not shown.
 */
final class WatchConsoleProgress implements PublishListener, AutoCloseable {
    private static final View<PublishOutcome> WRITTEN = View.of(PublishOutcome.class)
            .withColumn("outcome", outcome -> PublishConsoleProgress.outcomeText(outcome.outcome()))
            .withColumn("revision", PublishOutcome::revision)
            .withColumn("uri", PublishOutcome::uri);
    private static final int[] WIDTHS = {13, 8};

    private final Console console;
    private final DataStream<PublishOutcome> written;
    private final Runnable stop;

    /**
     * Makes the progress of one watch.
     *
     * @param stop called when nobody reads the data any more
     */
    WatchConsoleProgress(Console console, DataWriter writer, Runnable stop) {
        this.console = console;
        this.written = writer.openStream(WRITTEN, WIDTHS);
        this.stop = stop;
    }

    @Override
    public void inputEnded(PublishOutcome outcome) {
        switch (outcome.outcome()) {
            case PUBLISHED, REVISED -> writeOutcome(outcome);
            case DEAD_LETTERED -> {
                console.sayLine(PublishConsoleProgress.noticeText(outcome));
                writeOutcome(outcome);
            }
            case SKIPPED -> console.sayLine(PublishConsoleProgress.noticeText(outcome));
            case UNCHANGED -> {}
        }
    }

    private void writeOutcome(PublishOutcome outcome) {
        if (!written.writeItem(outcome)) {
            stop.run();
        }
    }

    @Override
    public void rootWatched(SourceRoot sourceRoot) {
        console.sayLine("watching " + sourceRoot.realPath().toString() + " as source '" + sourceRoot.name() + "'");
    }

    @Override
    public void notice(String line) {
        console.sayLine("tidings: " + line);
    }

    @Override
    public void close() {
        written.close();
    }
}
