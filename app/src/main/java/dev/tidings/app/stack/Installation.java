package dev.tidings.app.stack;

import java.nio.file.Path;

/**
 * The built folder of Tidings, in which the programs of the local stack lie.
 *
 * @param home the top folder, the one with the launcher {@code tidings}
 * @param parts where the programs of the local stack lie
 */
public record Installation(Path home, Path parts) {
    /** The system property that names the top folder; the launcher sets it. */
    public static final String HOME_PROPERTY = "tidings.home";

    /** Names the folder of broker and registry, which a later build leaves alone; the launcher sets it. */
    private static final String PARTS_PROPERTY = "tidings.parts";

    /** Makes the folders absolute, since child processes run elsewhere. */
    public Installation {
        home = home.toAbsolutePath().normalize();
        parts = parts.toAbsolutePath().normalize();
    }

    /** A folder with what Maven has just built in it. */
    public Installation(Path home) {
        this(home, home.resolve("app").resolve("local-stack").resolve("target"));
    }

    /**
     * The installation that the running program belongs to.
     *
     * @return what the launcher said, else the working directory
     */
    public static Installation currentInstallation() {
        Path home = Path.of(System.getProperty(HOME_PROPERTY, ""));
        String parts = System.getProperty(PARTS_PROPERTY, "");
        return parts.isEmpty() ? new Installation(home) : new Installation(home, Path.of(parts));
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
        return parts.resolve("archives");
    }

    /** The class path of {@code kafka.Kafka}. */
    ClassPath brokerClassPath() {
        return ClassPath.ofJarsIn(parts.resolve("broker"));
    }

    /** The runnable jar of the registry. */
    Path registryJar() {
        return ClassPath.ofJarsIn(parts.resolve("registry")).entries().get(0);
    }
}
