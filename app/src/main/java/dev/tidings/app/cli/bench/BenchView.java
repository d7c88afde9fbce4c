package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.BenchReport;
import dev.tidings.app.bench.BenchReport.Latency;
import dev.tidings.app.bench.BenchReport.Machine;
import dev.tidings.app.bench.BenchReport.Phase;
import dev.tidings.app.bench.BenchReport.WithState;
import dev.tidings.app.cli.output.View;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the figures of a benchmark are shown. */
final class BenchView {
    /** What takes less for an article, in microseconds, is not shown. */
    private static final long MIN_MICROS = 10;

    /** All of it. */
    static final View<BenchReport> VIEW = ofAll();

    private BenchView() {}

    private static View<BenchReport> ofAll() {
        View<BenchReport> view = withPhase(View.of(BenchReport.class), "first", BenchReport::first)
                .withColumn("warm-up", BenchView::warmUpText);
        return withPhase(view, "warm", report -> Optional.of(report.steady()))
                .withColumn("only copied", report -> speedText(report.passThrough()))
                .withColumn("only copied, CPU µs", report -> cpuText(report.passThrough()))
                .withColumn("analysis, CPU µs", report -> listText(report.analysisMicros()))
                .withColumn("latency", report -> latencyText(report.latency()))
                .withColumn("idle, % of a core", report -> listText(report.idlePercentOfCore()))
                .withColumn(
                        "with a past",
                        report -> report.state().map(BenchView::pastText).orElse("not asked for"))
                .withColumn("machine", report -> machineText(report.machine()));
    }

    private static View<BenchReport> withPhase(
            View<BenchReport> view, String name, Function<BenchReport, Optional<Phase>> phase) {
        return view.withColumn(name, report -> text(phase.apply(report), BenchView::speedText))
                .withColumn(name + ", CPU µs", report -> text(phase.apply(report), BenchView::cpuText))
                .withColumn(name + ", threads", report -> text(phase.apply(report), BenchView::threadText))
                .withColumn(name + ", written", report -> text(phase.apply(report), BenchView::topicText));
    }

    private static String text(Optional<Phase> phase, Function<Phase, String> words) {
        return phase.map(words).orElse("not asked for");
    }

    private static String warmUpText(BenchReport report) {
        return report.warmUp() + " articles" + (report.warm() ? "" : ", and the cost still fell");
    }

    private static String speedText(Phase phase) {
        return phase.articles() + " articles (" + phase.suppressed() + " copies, " + phase.deadLettered()
                + " refused), stored " + phase.articlesPerSecond() + "/s, decided " + phase.decidedPerSecond()
                + "/s; others used " + phase.othersPercent() + " % of the machine";
    }

    private static String cpuText(Phase phase) {
        return listText(phase.cpuMicrosPerArticle()) + "; together " + phase.totalMicros();
    }

    private static String threadText(Phase phase) {
        return phase.threadMicrosPerArticle().entrySet().stream()
                .map(process -> process.getKey() + ": " + largeText(process.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String largeText(Map<String, Long> micros) {
        return micros.entrySet().stream()
                .filter(thread -> thread.getValue() >= MIN_MICROS)
                .map(thread -> thread.getKey() + " " + thread.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String topicText(Phase phase) {
        return phase.topicsPerArticle().entrySet().stream()
                .map(topic -> topic.getKey() + " " + topic.getValue().positions() + " records and markers, "
                        + Math.round(topic.getValue().bytes()) + " B")
                .collect(Collectors.joining("; "));
    }

    private static String listText(Map<String, ?> figures) {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String latencyText(Latency latency) {
        return "p50 " + latency.p50Millis() + " ms, p99 " + latency.p99Millis() + " ms, longest " + latency.maxMillis()
                + " ms at " + latency.ratePerSecond() + " articles/s";
    }

    private static String pastText(WithState past) {
        return "of " + past.articles() + " articles: " + past.percentOfNone() + " % of the speed; "
                + speedText(past.phase()) + "; " + cpuText(past.phase());
    }

    private static String machineText(Machine machine) {
        return machine.processors() + " processors, Java " + machine.java() + ", load before "
                + machine.loadAverageBefore();
    }
}
