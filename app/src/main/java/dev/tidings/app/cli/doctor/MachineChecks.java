package dev.tidings.app.cli.doctor;

import dev.tidings.app.local.DataFolder;
import dev.tidings.app.local.Installation;
import dev.tidings.app.local.LocalStackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Checks of this machine and of the build. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long GIGABYTE = 1L << 30;
    private static final long SCARCE_GIGABYTES = 5;

    private MachineChecks() {}

    static Finding java(Runtime.Version version) {
        return version.feature() >= OLDEST_JAVA
                ? Finding.ok("java", version.toString())
                : Finding.fail("java", version.toString(), "install Java " + OLDEST_JAVA + " or newer");
    }

    /** File names of other scripts are lost where the system's encoding is not UTF-8. */
    static Finding locale(String fileNameEncoding) {
        return fileNameEncoding.equalsIgnoreCase("UTF-8")
                ? Finding.ok("locale", "file names are UTF-8")
                : Finding.warn(
                        "locale",
                        "file names are " + fileNameEncoding,
                        "start by the launcher 'tidings', or set LC_ALL=C.UTF-8");
    }

    static Finding maven(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(file -> Finding.ok("maven", file.toString()))
                .orElseGet(() -> Finding.warn(
                        "maven", "not on the PATH", "install Maven 3.8.7 or newer to build after changes"));
    }

    static Finding build(Installation installation) {
        try {
            installation.check();
            return Finding.ok("build", installation.home().toString());
        } catch (LocalStackException missing) {
            return Finding.warn("build", "no local stack", String.valueOf(missing.getMessage()));
        }
    }

    static Finding disk(DataFolder folder) {
        Path existing = folder.root();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long gigabytes = Files.getFileStore(existing).getUsableSpace() / GIGABYTE;
            String found = gigabytes + " GB free for " + folder.root();
            return gigabytes >= SCARCE_GIGABYTES
                    ? Finding.ok("disk", found)
                    : Finding.warn("disk", found, "make room, or choose another folder with --data");
        } catch (IOException unreadable) {
            return Finding.warn("disk", "unknown for " + folder.root(), "choose another folder with --data");
        }
    }
}
