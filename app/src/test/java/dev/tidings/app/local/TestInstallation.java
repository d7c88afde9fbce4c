package dev.tidings.app.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built programs under another home, whose class-data archives are its own. */
final class TestInstallation {
    private TestInstallation() {}

    static Installation under(Path home) throws IOException {
        Path built = Installation.current().home().resolve("app/local-stack/target");
        Path parts = Files.createDirectories(home.resolve("app/local-stack/target"));
        for (String part : new String[] {"broker", "registry"}) {
            Files.createSymbolicLink(parts.resolve(part), built.resolve(part));
        }
        return new Installation(home);
    }
}
