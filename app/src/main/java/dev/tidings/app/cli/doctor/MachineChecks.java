package dev.tidings.app.cli.doctor;

import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStackException;
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

    static CheckResult checkJava(Runtime.Version version) {
        return version.feature() >= OLDEST_JAVA
                ? CheckResult.ok("java", version.toString())
                : CheckResult.fail("java", version.toString(), "install Java " + OLDEST_JAVA + " or newer");
    }

    /** File names of other scripts are lost where the system's encoding is not UTF-8. */
    static CheckResult checkLocale(String fileNameEncoding) {
        return fileNameEncoding.equalsIgnoreCase("UTF-8")
                ? CheckResult.ok("locale", "file names are UTF-8")
                : CheckResult.warn(
                        "locale",
                        "file names are " + fileNameEncoding,
                        "start by the launcher 'tidings', or set LC_ALL=C.UTF-8");
    }

    static CheckResult checkMaven(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(file -> CheckResult.ok("maven", file.toString()))
                .orElseGet(() -> CheckResult.warn(
                        "maven", "not on the PATH", "install Maven 3.8.7 or newer to build after changes"));
    }

    static CheckResult checkBuild(Installation installation) {
        try {
            installation.checkPrograms();
            return CheckResult.ok("build", installation.home().toString());
        } catch (LocalStackException missing) {
            return CheckResult.warn("build", "no local stack", String.valueOf(missing.getMessage()));
        }
    }

    static CheckResult checkDisk(DataFolder folder) {
        Path existing = folder.root();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            long gigabytes = Files.getFileStore(existing).getUsableSpace() / GIGABYTE;
            String found = gigabytes + " GB free for " + folder.root();
            return gigabytes >= SCARCE_GIGABYTES
                    ? CheckResult.ok("disk", found)
                    : CheckResult.warn("disk", found, "make room, or choose another folder with --data");
        } catch (IOException unreadable) {
            return CheckResult.warn("disk", "unknown for " + folder.root(), "choose another folder with --data");
        }
    }
}
