package dev.tidings.app.fault.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this machine lets a test do to its network and its disks. Only in namespaces of the test's own: the rules and
 * the file systems that are made here are seen by nobody else, and go with the last process.
 */
public final class Machine {

    /** Set by whoever started this process in namespaces of its own; else says why there are none. */
    public static final String NO_NAMESPACES = "tidings.test.faults.no.namespaces";

    private static final long DISK = 4L << 30;
    private static final long ROOM_LEFT = 64 * 1024;

    private static final Optional<String> MISSING = Optional.ofNullable(System.getProperty(NO_NAMESPACES));

    private Machine() {}

    /** Returns why the network cannot be cut here; empty when it can. */
    public static Optional<String> cannotCutNetwork() {
        return MISSING.or(() -> Commands.tryRun("iptables", "-w", "-S")).map(why -> "no network of its own: " + why);
    }

    /** Returns why nobody can be led to another port here; empty when they can. */
    public static Optional<String> cannotDivert() {
        return cannotCutNetwork()
                .or(() -> Commands.tryRun("iptables", "-w", "-t", "nat", "-S").map(why -> "no way around: " + why));
    }

    /** Returns why no small file system can be made here; empty when it can. */
    public static Optional<String> cannotLimitDisks() {
        return MISSING.map(why -> "no mounts of its own: " + why);
    }

    /** Lets nothing pass to or from a port of the loopback interface, and tells nobody. */
    public static void cutPort(int port) {
        changePort("-A", port);
    }

    /** Lets everything pass again. */
    public static void healPort(int port) {
        changePort("-D", port);
    }

    private static void changePort(String change, int port) {
        for (String end : new String[] {"--dport", "--sport"}) {
            Commands.run(
                    "iptables",
                    "-w",
                    change,
                    "INPUT",
                    "-i",
                    "lo",
                    "-p",
                    "tcp",
                    end,
                    String.valueOf(port),
                    "-j",
                    "DROP");
        }
    }

    /**
     * Leads whoever connects to a port of the loopback interface to another one, and cuts off who is connected.
     *
     * @param exempt address whose connections are let through
     */
    public static void divertPort(int port, int to, String exempt) {
        changeDiversion("-A", port, to, exempt);
    }

    /** Lets everybody connect to the port again; who was led to the other one stays there. */
    public static void undivertPort(int port, int to, String exempt) {
        changeDiversion("-D", port, to, exempt);
    }

    private static void changeDiversion(String change, int port, int to, String exempt) {
        List<String> others = List.of("-p", "tcp", "!", "-s", exempt, "--dport", String.valueOf(port), "-j");
        List<String> divert = new ArrayList<>(List.of("iptables", "-w", "-t", "nat", change, "OUTPUT", "-o", "lo"));
        divert.addAll(others);
        divert.addAll(List.of("REDIRECT", "--to-ports", String.valueOf(to)));
        List<String> cutOff = new ArrayList<>(List.of("iptables", "-w", change, "INPUT", "-i", "lo"));
        cutOff.addAll(others);
        cutOff.addAll(List.of("REJECT", "--reject-with", "tcp-reset"));
        Commands.run(divert.toArray(String[]::new));
        Commands.run(cutOff.toArray(String[]::new));
    }

    /** Puts a file system in memory into an empty folder, as far as this machine allows it. */
    public static void mountDisk(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (cannotLimitDisks().isEmpty()) {
            Commands.run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", folder.toString());
        }
    }

    /** Leaves next to no room on a file system that was made here; what is written now may need a second look. */
    public static void fillDisk(Path folder) {
        Pipeline.await("the disk at " + folder + " is full", () -> tryResize(folder, usedBytes(folder) + ROOM_LEFT));
    }

    private static long usedBytes(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return disk.getTotalSpace() - disk.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it room again. */
    public static void freeDisk(Path folder) {
        Pipeline.await("the disk at " + folder + " has room", () -> tryResize(folder, DISK));
    }

    private static boolean tryResize(Path folder, long bytes) {
        return Commands.tryRun("mount", "-o", "remount,size=" + bytes, folder.toString())
                .isEmpty();
    }
}
