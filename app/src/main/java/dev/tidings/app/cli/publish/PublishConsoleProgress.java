package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.output.SafeText;
import dev.tidings.producer.publish.ArticleVerdict;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells a person how a publish goes: a progress bar on a terminal, and a line for each of the first odd inputs. */
final class PublishConsoleProgress implements PublishListener, AutoCloseable {
    private static final int MOST_NOTICES = 20;
    private static final int BAR_COLUMNS = 78;
    private static final int REDRAW_MS = 100;

    private final Console console;
    private final List<String> notices = new ArrayList<>();
    private long unsaid;
    private Optional<ProgressBar> bar = Optional.empty();

    PublishConsoleProgress(Console console) {
        this.console = console;
    }

    @Override
    public boolean wantsTotal() {
        return console.isWatched();
    }

    @Override
    public void total(long inputs) {
        show("publish", inputs);
    }

    @Override
    public void ended(PublishOutcome outcome) {
        bar.ifPresent(ProgressBar::step);
        switch (outcome.inputOutcome()) {
            case SKIPPED, DEAD_LETTERED -> keepNotice(outcome);
            case PUBLISHED, REVISED, UNCHANGED -> {}
        }
    }

    @Override
    public void awaiting(long articles) {
        if (console.isWatched() && articles > 0) {
            show("verdicts", articles);
        }
    }

    @Override
    public void decided(ArticleVerdict verdict) {
        bar.ifPresent(ProgressBar::step);
    }

    private void keepNotice(PublishOutcome outcome) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(notice(outcome));
        } else {
            unsaid++;
        }
    }

    /** What became of an odd input and why, in one line. */
    static String notice(PublishOutcome outcome) {
        return words(outcome.inputOutcome()) + " " + SafeText.escaped(outcome.uri()) + ": " + outcome.reason() + ", "
                + SafeText.escaped(outcome.detail());
    }

    private void show(String task, long steps) {
        hide();
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MS)
                .showSpeed()
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR_COLUMNS))
                .build());
    }

    private void draw(String line) {
        console.err().print("\r" + line);
        console.err().flush();
    }

    private void hide() {
        bar.ifPresent(shown -> {
            shown.close();
            draw(" ".repeat(BAR_COLUMNS) + "\r");
        });
        bar = Optional.empty();
    }

    /** Takes the bar away and says what was odd. */
    @Override
    public void close() {
        hide();
        notices.forEach(console::say);
        if (unsaid > 0) {
            console.say("... and " + unsaid + " more");
        }
    }

    /** The whole account in one line. */
    static String line(PublishSummary summary) {
        String revised = summary.revised() > 0 ? " (" + summary.revised() + " revised)" : "";
        return summary.found() + " found  "
                + summary.published() + " published" + revised + "  "
                + summary.unchanged() + " unchanged  "
                + summary.skipped() + " skipped" + reasons(summary.skippedByReason()) + "  "
                + summary.deadLettered() + " dead-lettered" + reasons(summary.deadLetteredByReason()) + "  "
                + String.format(Locale.ROOT, "%.1f s", summary.elapsed().toMillis() / 1000.0);
    }

    private static String reasons(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The name of an ending as people write it. */
    static String words(Enum<?> ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
