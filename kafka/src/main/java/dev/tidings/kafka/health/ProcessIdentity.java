package dev.tidings.kafka.health;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;

/**
 * Who a process is.
 *
 * @param kind what it does, e.g. {@code streams}
 * @param instance its name among its equals
 * @param groups consumer groups it works in
 * @param folders whose disks it writes to; one that does not exist counts as its nearest parent
 * @param metricsUrl where it serves its metrics; empty when it serves none
 */
public record ProcessIdentity(
        String kind, String instance, List<String> groups, List<Path> folders, String metricsUrl) {

    /** A process that says nothing of itself. */
    public static final ProcessIdentity NOBODY = new ProcessIdentity("", "", List.of(), List.of(), "");

    /** Keeps copies of the lists. */
    public ProcessIdentity {
        groups = List.copyOf(groups);
        folders = List.copyOf(folders);
    }

    /** Returns this process, which serves its metrics. */
    public ProcessIdentity servingMetricsAt(String url) {
        return new ProcessIdentity(kind, instance, groups, folders, url);
    }

    /** Returns the key of its heartbeats: two processes of one kind that run at once have different ones. */
    public String processName() {
        return kind + "/" + instance;
    }

    /** Returns the name of this machine; empty when it has none. */
    public static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** Returns the version of the program; empty when it was not packaged. */
    public static String programVersion() {
        String version = ProcessIdentity.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
