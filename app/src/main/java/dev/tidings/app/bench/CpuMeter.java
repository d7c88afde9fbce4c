package dev.tidings.app.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tidings.app.stack.LocalProcess;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the processor time of processes, and of all others on this machine. */
final class CpuMeter {
    /** The name of this process. */
    static final String BENCH = "bench";

    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    private final OperatingSystemMXBean machine = machineTicks();

    /** Makes one of running processes and this one. */
    static CpuMeter ofProcesses(List<LocalProcess> processes) {
        CpuMeter meter = new CpuMeter();
        processes.forEach(process ->
                ProcessHandle.of(process.pid()).ifPresent(handle -> meter.processes.put(process.name(), handle)));
        return meter.withProcess(BENCH, ProcessHandle.current());
    }

    CpuMeter withProcess(String name, ProcessHandle process) {
        processes.put(name, process);
        return this;
    }

    /**
     * A reading.
     *
     * @param nanos when
     * @param used of each process since it began
     * @param threads of each process
     */
    record Reading(long nanos, Map<String, Duration> used, Map<String, ThreadTimes> threads) {}

    /**
     * What was used between two readings.
     *
     * @param used by each process
     * @param threads nanoseconds of each process by what its threads are for; what has ended is missing
     * @param elapsedNanos from the first to the second
     * @param othersPercent share of all processors that anybody else used; 0 where the system does not tell
     */
    record Usage(
            Map<String, Duration> used,
            Map<String, Map<String, Long>> threads,
            long elapsedNanos,
            double othersPercent) {

        /** Microseconds for each article. */
        Map<String, Long> microsPer(int articles) {
            Map<String, Long> micros = new LinkedHashMap<>();
            used.forEach((name, cpu) -> micros.put(name, cpu.toNanos() / 1_000 / articles));
            return micros;
        }

        /** Microseconds for each article by thread, the greatest first, where there is one at least. */
        Map<String, Map<String, Long>> threadMicrosPer(int articles) {
            Map<String, Map<String, Long>> micros = new LinkedHashMap<>();
            threads.forEach((process, nanos) -> micros.put(process, greatestFirst(nanos, 1_000L * articles)));
            return micros;
        }

        /** Percent of one processor for each process. */
        Map<String, Double> percentOfCore() {
            Map<String, Double> percent = new LinkedHashMap<>();
            used.forEach((name, cpu) -> percent.put(name, Math.round(1_000.0 * cpu.toNanos() / elapsedNanos) / 10.0));
            return percent;
        }

        private static Map<String, Long> greatestFirst(Map<String, Long> nanos, long unit) {
            Map<String, Long> sorted = new LinkedHashMap<>();
            nanos.entrySet().stream()
                    .filter(thread -> thread.getValue() >= unit)
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(thread -> sorted.put(thread.getKey(), thread.getValue() / unit));
            return sorted;
        }
    }

    /** Takes a reading and begins a new period of observation. */
    Reading takeReading() {
        Map<String, Duration> used = new LinkedHashMap<>();
        Map<String, ThreadTimes> threads = new LinkedHashMap<>();
        processes.forEach((name, process) -> {
            used.put(name, process.info().totalCpuDuration().orElse(Duration.ZERO));
            threads.put(name, ThreadTimes.ofProcess(process.pid()));
        });
        machine.getCpuLoad();
        return new Reading(System.nanoTime(), used, threads);
    }

    /** Returns what was used since the last reading. */
    Usage usedSince(Reading before) {
        double load = Math.max(0, machine.getCpuLoad());
        Reading after = takeReading();
        Map<String, Duration> used = new LinkedHashMap<>();
        after.used()
                .forEach((name, cpu) -> used.put(name, cpu.minus(before.used().getOrDefault(name, Duration.ZERO))));
        double offered = (double) (after.nanos() - before.nanos()) * machine.getAvailableProcessors();
        double own = used.values().stream().mapToDouble(Duration::toNanos).sum() / offered;
        Map<String, Map<String, Long>> threads = new LinkedHashMap<>();
        after.threads().forEach((name, times) -> threads.put(name, nanosBetween(name, before, times)));
        return new Usage(
                used, threads, after.nanos() - before.nanos(), Math.round(Math.max(0, load - own) * 1_000) / 10.0);
    }

    private static Map<String, Long> nanosBetween(String name, Reading before, ThreadTimes after) {
        ThreadTimes former = before.threads().get(name);
        return former == null ? Map.of() : after.nanosSince(former);
    }

    /** Average number of threads that wanted to run in the last minute; below 0 where the system does not tell. */
    static double loadAverage() {
        return Math.round(machineTicks().getSystemLoadAverage() * 100) / 100.0;
    }

    private static OperatingSystemMXBean machineTicks() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
