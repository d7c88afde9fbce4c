package dev.tidings.app.cli.replay;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.output.HumanText;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.streams.replay.run.ReplayListener;
import dev.tidings.streams.replay.run.ReplayProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Shows how a replay goes: a line every few seconds, with the time that is left at the speed so far. */
final class ReplayConsoleProgress implements ReplayListener {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Console console;
    private final InstantSource clock;
    private Instant toldAt;
    private Instant beganAt;
    private double beganWith = -1;

    ReplayConsoleProgress(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
        this.toldAt = clock.instant();
        this.beganAt = toldAt;
    }

    @Override
    public void runBegins(ReplayRun run, boolean resumed) {
        console.sayLine((resumed ? "going on with run " : "run ") + run.getName() + ": " + ReplayViews.rangeText(run));
    }

    @Override
    public void runProgresses(ReplayProgress progress) {
        Instant now = clock.instant();
        if (beganWith < 0) {
            beganWith = progress.share();
            beganAt = now;
        }
        if (Duration.between(toldAt, now).compareTo(EVERY) < 0) {
            return;
        }
        toldAt = now;
        console.sayLine(progressLine(progress, Duration.between(beganAt, now)));
    }

    private String progressLine(ReplayProgress progress, Duration elapsed) {
        String share = String.format(Locale.ROOT, "%.0f %%", 100 * progress.share());
        String state = progress.obstacles().isEmpty() ? "" : " (" + String.join("; ", progress.obstacles()) + ")";
        return share + " done, " + progress.analysed() + " of " + progress.offsets() + " offsets analysed"
                + remainingTime(progress.share() - beganWith, progress.share(), elapsed) + state;
    }

    /** Leaves out what was done before this process began, which says nothing about its speed. */
    private static String remainingTime(double done, double share, Duration elapsed) {
        if (done <= 0) {
            return "";
        }
        long seconds = Math.round(elapsed.toMillis() / 1000.0 * (1 - share) / done);
        return ", about " + HumanText.durationText(Duration.ofSeconds(Math.max(1, seconds))) + " left";
    }
}
