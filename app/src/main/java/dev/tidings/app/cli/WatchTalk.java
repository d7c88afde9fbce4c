package dev.tidings.app.cli;

import dev.tidings.app.cli.output.DataStream;
import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.SafeText;
import dev.tidings.app.cli.output.View;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.source.Root;

/** Shows how a watch goes: what was written is data, the rest is talk, and what has not changed is not worth a word. */
final class WatchTalk implements PublishListener, AutoCloseable {
    private static final View<PublishOutcome> WRITTEN = View.of(PublishOutcome.class)
            .with("ending", outcome -> PublishTalk.words(outcome.ending()))
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
    WatchTalk(Console console, DataWriter writer, Runnable stop) {
        this.console = console;
        this.written = writer.stream(WRITTEN, WIDTHS);
        this.stop = stop;
    }

    @Override
    public void ended(PublishOutcome outcome) {
        switch (outcome.ending()) {
            case PUBLISHED, REVISED -> write(outcome);
            case DEAD_LETTERED -> {
                console.say(PublishTalk.notice(outcome));
                write(outcome);
            }
            case SKIPPED -> console.say(PublishTalk.notice(outcome));
            case UNCHANGED -> {}
        }
    }

    private void write(PublishOutcome outcome) {
        if (!written.write(outcome)) {
            stop.run();
        }
    }

    @Override
    public void watching(Root root) {
        console.say("watching " + SafeText.escaped(root.realPath().toString()) + " as source '"
                + SafeText.escaped(root.name()) + "'");
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
