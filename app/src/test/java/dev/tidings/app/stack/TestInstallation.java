package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built programs under another home, whose class-data archives are its own. */
final class TestInstallation {
    private static final List<String> PROGRAMS = List.of("broker", "registry");

    private TestInstallation() {}

    static Installation under(Path home) throws IOException {
        Path built = parts(Installation.currentInstallation().home());
        Path parts = Files.createDirectories(parts(home));
        for (String program : PROGRAMS) {
            Files.createSymbolicLink(parts.resolve(program), built.resolve(program));
        }
        return new Installation(home);
    }

    /** Takes the links away, so that nobody who deletes the home follows them. */
    static void remove(Installation installation) throws IOException {
        for (String program : PROGRAMS) {
            Files.deleteIfExists(parts(installation.home()).resolve(program));
        }
    }

    private static Path parts(Path home) {
        return home.resolve("app/local-stack/target");
    }
}
