package dev.tidings.store.sqlite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of the machine, which tells a path there from the same path elsewhere. */
final class HostName {

    /** Asking the system's resolver would wait for name servers. */
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** Returns the name; empty when the machine does not tell. */
    static String ofMachine() {
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return ofResolver();
        }
    }

    private static String ofResolver() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
