package dev.tidings.app.fault.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the version that the state, the stores and the groups of today may have been written by. */
public final class VersionBefore {

    /**
     * The first commit with the algorithms of today: what was decided by others is known by identity and address alone,
     * and cannot be compared with a run of today's.
     */
    private static final String COMMIT = "55759f3201315491f2ef82e961d348b070d2ed85";

    /** The last commit that grouped stories by chains of likenesses, over stores of every term and member. */
    private static final String FORMER_STORIES = "2429a008a54a23978941ca1fe2483f0e5b0303e0";

    private final Path home;
    private final String commit;
    private final Path folder;

    /**
     * Makes the newest whose decisions can be compared with today's.
     *
     * @param home of this version, a clone of the repository
     */
    public VersionBefore(Path home) {
        this(home, COMMIT);
    }

    private VersionBefore(Path home, String commit) {
        this.home = home;
        this.commit = commit;
        this.folder = home.resolve("app/target/version-before-" + commit.substring(0, 7));
    }

    /** Returns the last one that grouped stories otherwise, with features of the first version. */
    public static VersionBefore ofFormerStories(Path home) {
        return new VersionBefore(home, FORMER_STORIES);
    }

    /** Returns the folder it is built in. */
    public Path folder() {
        return folder;
    }

    /** Builds it unless it is built; returns why it cannot be. */
    public Optional<String> build() {
        if (Files.exists(folder.resolve("app/target/lib"))) {
            return Optional.empty();
        }
        Path archive = folder.resolveSibling(folder.getFileName() + ".tar");
        return makeFolder()
                .or(() -> Commands.tryRun("git", "-C", home.toString(), "archive", "-o", archive.toString(), commit)
                        .map(why -> "the history does not hold " + commit.substring(0, 7) + ": " + why))
                .or(() -> Commands.tryRun("tar", "-xf", archive.toString(), "-C", folder.toString()))
                .or(this::compile);
    }

    private Optional<String> makeFolder() {
        try {
            Files.createDirectories(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(folder + " cannot be made: " + e.getMessage());
        }
    }

    private Optional<String> compile() {
        List<String> line = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", "-f"));
        line.addAll(List.of(folder.resolve("pom.xml").toString(), "-Dquick", "-DskipTests"));
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(repository -> line.add("-Dmaven.repo.local=" + repository));
        line.addAll(List.of("-pl", "app", "-am", "package"));
        return Commands.tryRun(line.toArray(String[]::new)).map(why -> "it cannot be built: " + why);
    }
}
