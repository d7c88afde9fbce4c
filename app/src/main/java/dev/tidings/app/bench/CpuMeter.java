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
     */
    record Reading(long nanos, Map<String, Duration> used) {}

    /**
     * What was used between two readings.
     *
     * @param used by each process
     * @param othersPercent share of all processors that anybody else used; 0 where the system does not tell
     */
    record Usage(Map<String, Duration> used, double othersPercent) {

        /** Microseconds for each article. */
        Map<String, Long> microsPer(int articles) {
            Map<String, Long> micros = new LinkedHashMap<>();
            used.forEach((name, cpu) -> micros.put(name, cpu.toNanos() / 1_000 / articles));
            return micros;
        }
    }

    /** Takes a reading and begins a new period of observation. */
    Reading takeReading() {
        Map<String, Duration> used = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                used.put(name, process.info().totalCpuDuration().orElse(Duration.ZERO)));
        machine.getCpuLoad();
        return new Reading(System.nanoTime(), used);
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
        return new Usage(used, Math.round(Math.max(0, load - own) * 1_000) / 10.0);
    }

    /** Average number of threads that wanted to run in the last minute; below 0 where the system does not tell. */
    static double loadAverage() {
        return Math.round(machineTicks().getSystemLoadAverage() * 100) / 100.0;
    }

    private static OperatingSystemMXBean machineTicks() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
