package dev.tidings.app.local;

import java.util.List;

/** What a local stack is for, which decides how its JVMs compile and which ports it asks for. */
public enum Purpose {
    /** Runs for hours under load, at the ports that everybody expects when they are free. */
    SERVICE(List.of("-XX:+UseSerialGC"), true),
    /** Runs for a minute, where a quick start matters more than the last bit of speed. */
    DEMO(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), true),
    /** As a demo, but never in the way of another stack. */
    TEST(DEMO.options, false);

    private final List<String> options;
    private final boolean usualPorts;

    Purpose(List<String> options, boolean usualPorts) {
        this.options = options;
        this.usualPorts = usualPorts;
    }

    /** Options of every JVM of such a stack. */
    List<String> options() {
        return options;
    }

    /** The port to ask for first; 0 for any. */
    int port(int usual) {
        return usualPorts ? usual : 0;
    }
}
