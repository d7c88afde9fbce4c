package dev.tidings.app.cli.stack;

import com.sun.management.OperatingSystemMXBean;
import dev.tidings.app.cli.service.StreamsCommand;
import java.lang.management.ManagementFactory;

/** The largest heap of a service, by the memory of the machine or container. */
final class ServiceHeap {

    /** Enough for bounded state stores (outside the heap) and a few articles of the largest size in flight. */
    private static final long USUAL = 768L << 20;
    /** The story stage remembers its articles in the heap: it takes more where there is more. */
    private static final long MAX_OF_STREAMS = 2L << 30;

    private ServiceHeap() {}

    /** Returns the option of the JVM. */
    static String jvmOption(String service) {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return "-Xmx" + (bytesOf(service, memory) >> 20) + "m";
    }

    /**
     * Returns its bytes.
     *
     * @param memory of the machine, in bytes
     */
    static long bytesOf(String service, long memory) {
        return service.equals(StreamsCommand.NAME) ? Math.max(USUAL, Math.min(MAX_OF_STREAMS, memory / 4)) : USUAL;
    }
}
