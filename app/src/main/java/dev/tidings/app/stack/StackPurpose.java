package dev.tidings.app.stack;

import java.util.List;

/** What a local stack is for, which decides how its JVMs compile and which ports it asks for. */
public enum StackPurpose {
    /** Runs for hours under load, at Kafka's usual ports when they are free. */
    SERVICE(true, true),
    /** Runs under load for as long as it is measured, never in the way of another stack. */
    BENCH(true, false),
    /** Runs for a minute, where a quick start matters more than the last bit of speed. */
    DEMO(false, true),
    /** As a demo, but never in the way of another stack. */
    TEST(false, false);

    private final boolean busy;
    private final boolean usualPorts;

    StackPurpose(boolean busy, boolean usualPorts) {
        this.busy = busy;
        this.usualPorts = usualPorts;
    }

    /** Options of every JVM of such a stack. */
    List<String> jvmOptions() {
        return busy ? List.of("-XX:+UseSerialGC") : List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    /** The port to ask for first; 0 for any. */
    int preferredPort(int usual) {
        return usualPorts ? usual : 0;
    }
}
