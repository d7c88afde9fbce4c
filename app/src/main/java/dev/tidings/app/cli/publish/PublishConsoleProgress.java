package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.Console;
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

/**
 * Shows how a publish goes: a progress bar on a terminal, and a line for each of the first skipped or failed inputs.
 */
final class PublishConsoleProgress implements PublishListener, AutoCloseable {
    private static final int MAX_NOTICES = 20;
    private static final int BAR_COLUMNS = 78;
    private static final int REDRAW_MS = 100;

    private final Console console;
    private final List<String> notices = new ArrayList<>();
    private final boolean keepsAll;
    private final List<PublishOutcome> notPublished = new ArrayList<>();
    private long unsaid;
    private long published;
    private Optional<ProgressBar> bar = Optional.empty();

    /**
     * Makes the progress of one publish.
     *
     * @param keepsAll whether every input that is not published is kept, for {@link #notPublished()}
     */
    PublishConsoleProgress(Console console, boolean keepsAll) {
        this.console = console;
        this.keepsAll = keepsAll;
    }

    @Override
    public boolean wantsTotal() {
        return console.isWatched();
    }

    @Override
    public void totalKnown(long inputs) {
        showProgress("publish", inputs);
    }

    @Override
    public void inputEnded(PublishOutcome outcome) {
        bar.ifPresent(ProgressBar::step);
        switch (outcome.outcome()) {
            case SKIPPED, DEAD_LETTERED -> keepNotice(outcome);
            case PUBLISHED, REVISED -> published++;
            case UNCHANGED -> {}
        }
    }

    @Override
    public void awaitingVerdicts(long articles) {
        if (console.isWatched() && articles > 0) {
            showProgress("verdicts", articles);
        }
    }

    @Override
    public void articleDecided(ArticleVerdict verdict) {
        bar.ifPresent(ProgressBar::step);
    }

    /** Returns all inputs that were skipped or became dead letters, if they were to be kept. */
    List<PublishOutcome> notPublished() {
        return List.copyOf(notPublished);
    }

    /** Says what stays of a publish that cannot go on. */
    void sayWhatIsPublished() {
        hideBar();
        if (published > 0) {
            console.sayLine(published + " articles were published before that and stay so; publish again to go on");
        }
    }

    private void keepNotice(PublishOutcome outcome) {
        if (keepsAll) {
            notPublished.add(outcome);
        }
        if (notices.size() < MAX_NOTICES) {
            notices.add(noticeText(outcome));
        } else {
            unsaid++;
        }
    }

    /** Returns the outcome of a skipped or failed input and the reason, in one line. */
    static String noticeText(PublishOutcome outcome) {
        return outcomeText(outcome.outcome()) + " " + outcome.uri() + ": " + outcome.reason() + ", " + outcome.detail();
    }

    private void showProgress(String task, long steps) {
        hideBar();
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MS)
                .showSpeed()
                .setConsumer(new DelegatingProgressBarConsumer(this::drawBar, BAR_COLUMNS))
                .build());
    }

    private void drawBar(String line) {
        console.err().print("\r" + line);
        console.err().flush();
    }

    private void hideBar() {
        bar.ifPresent(shown -> {
            shown.close();
            drawBar(" ".repeat(BAR_COLUMNS) + "\r");
        });
        bar = Optional.empty();
    }

    /** Removes the bar and lists the skipped and failed inputs. */
    @Override
    public void close() {
        hideBar();
        notices.forEach(console::sayLine);
        if (unsaid > 0) {
            console.sayLine("... and " + unsaid + " more; -o json lists all");
        }
    }

    /** Returns the whole summary in one line. */
    static String summaryLine(PublishSummary summary) {
        String revised = summary.revised() > 0 ? " (" + summary.revised() + " revised)" : "";
        return summary.found() + " found  "
                + summary.published() + " published" + revised + "  "
                + summary.unchanged() + " unchanged  "
                + summary.skipped() + " skipped" + reasonsText(summary.skippedByReason()) + "  "
                + summary.deadLettered() + " dead-lettered" + reasonsText(summary.deadLetteredByReason()) + "  "
                + String.format(Locale.ROOT, "%.1f s", summary.elapsed().toMillis() / 1000.0);
    }

    private static String reasonsText(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + " " + count.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** Returns the name of an outcome as people write it, e.g. {@code dead-lettered}. */
    static String outcomeText(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
