package dev.tidings.app.stack;

import java.nio.file.Path;

/**
 * The built folder of Tidings, in which the programs of the local stack lie.
 *
 * @param home the top folder, the one with the launcher {@code tidings}
 */
public record Installation(Path home) {
    /** The system property that names the top folder; the launcher sets it. */
    public static final String HOME_PROPERTY = "tidings.home";

    /** Makes the folder absolute, since child processes run elsewhere. */
    public Installation {
        home = home.toAbsolutePath().normalize();
    }

    /**
     * The installation that the running program belongs to.
     *
     * @return what the launcher said, else the working directory
     */
    public static Installation currentInstallation() {
        return new Installation(Path.of(System.getProperty(HOME_PROPERTY, "")));
    }

    /**
     * Makes sure that the programs of the local stack are there.
     *
     * @throws LocalStackException when they are not built
     */
    public void checkPrograms() {
        brokerClassPath();
        registryJar();
    }

    /** Where the class-data archives of all programs are shared. */
    Path archiveFolder() {
        return partsFolder().resolve("archives");
    }

    /** The class path of {@code kafka.Kafka}. */
    ClassPath brokerClassPath() {
        return ClassPath.ofJarsIn(partsFolder().resolve("broker"));
    }

    /** The runnable jar of the registry. */
    Path registryJar() {
        return ClassPath.ofJarsIn(partsFolder().resolve("registry")).entries().get(0);
    }

    private Path partsFolder() {
        return home.resolve("app").resolve("local-stack").resolve("target");
    }
}
