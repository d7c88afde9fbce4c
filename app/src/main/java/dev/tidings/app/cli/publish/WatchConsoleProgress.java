package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.output.DataStream;
import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.SafeText;
import dev.tidings.app.cli.output.View;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.source.SourceRoot;

/** Shows how a watch goes: what was written is data, the rest is talk, and what has not changed is not worth a word. */
final class WatchConsoleProgress implements PublishListener, AutoCloseable {
    private static final View<PublishOutcome> WRITTEN = View.of(PublishOutcome.class)
            .with("ending", outcome -> PublishConsoleProgress.words(outcome.inputOutcome()))
            .with("revision", PublishOutcome::revision)
            .with("uri", PublishOutcome::uri);
    private static final int[] WIDTHS = {13, 8};

    private final Console console;
    private final DataStream<PublishOutcome> written;
    private final Runnable stop;

    /**
     * Makes it.
     *
     * @param stop called when nobody reads the data any more
     */
    WatchConsoleProgress(Console console, DataWriter writer, Runnable stop) {
        this.console = console;
        this.written = writer.stream(WRITTEN, WIDTHS);
        this.stop = stop;
    }

    @Override
    public void ended(PublishOutcome outcome) {
        switch (outcome.inputOutcome()) {
            case PUBLISHED, REVISED -> write(outcome);
            case DEAD_LETTERED -> {
                console.say(PublishConsoleProgress.notice(outcome));
                write(outcome);
            }
            case SKIPPED -> console.say(PublishConsoleProgress.notice(outcome));
            case UNCHANGED -> {}
        }
    }

    private void write(PublishOutcome outcome) {
        if (!written.write(outcome)) {
            stop.run();
        }
    }

    @Override
    public void watching(SourceRoot sourceRoot) {
        console.say("watching " + SafeText.escaped(sourceRoot.realPath().toString()) + " as source '"
                + SafeText.escaped(sourceRoot.name()) + "'");
    }

    @Override
    public void notice(String line) {
        console.say("tidings: " + SafeText.escaped(line));
    }

    @Override
    public void close() {
        written.close();
    }
}
