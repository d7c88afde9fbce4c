package dev.tidings.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ThreadTimesTest {

    @Test
    void threadsOfOnePurposeHaveOneName() {
        assertThat(ThreadTimes.purpose("C2 CompilerThre")).isEqualTo("compiler");
        assertThat(ThreadTimes.purpose("VM Thread")).isEqualTo("garbage");
        assertThat(ThreadTimes.purpose("GC Thread#1")).isEqualTo("garbage");
        assertThat(ThreadTimes.purpose("pool-3-thread-1")).isEqualTo("pool-3-thread");
        assertThat(ThreadTimes.purpose("tidings-analyse")).isEqualTo("tidings-analyse");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theWorkOfAThreadIsFoundAtItsName() throws InterruptedException {
        long self = ProcessHandle.current().pid();
        ThreadTimes before = ThreadTimes.ofProcess(self);
        Thread worker = new Thread(ThreadTimesTest::workForASecond, "hard worker");
        worker.start();
        Map<String, Long> spent = Map.of();
        while (spent.getOrDefault("hard worker", 0L) < 50_000_000) {
            assertThat(worker.isAlive()).isTrue();
            spent = ThreadTimes.ofProcess(self).nanosSince(before);
        }
        worker.interrupt();
        worker.join();

        assertThat(spent).containsKey("hard worker");
    }

    private static void workForASecond() {
        double sum = 1;
        while (!Thread.currentThread().isInterrupted()) {
            sum = Math.sqrt(sum + 1);
        }
        assertThat(sum).isPositive();
    }
}
