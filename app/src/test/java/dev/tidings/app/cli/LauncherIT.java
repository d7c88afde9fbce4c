package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.FolderTree;
import dev.tidings.app.stack.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a source folder of its own, whose Maven puts the classes there that this build has made. The test
 * that changes a source comes last: each build costs an archive of classes.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class LauncherIT {
    /** Stands for a build, which cannot run within itself: it brings links to the jars of the running build. */
    private static final String BRINGING_MAVEN = """
            #!/bin/bash
            echo "$@" >>mvn-calls
            mkdir -p app/target/lib
            ln -sf "$BUILT"/tidings-app-*.jar app/target/
            ln -sf "$BUILT"/lib/*.jar app/target/lib/
            """;

    private static final String FAILING_MAVEN = """
            #!/bin/bash
            echo "[ERROR] no such artifact"
            exit 1
            """;

    private record Run(int exit, String out, String err) {}

    @TempDir
    static Path temporary;

    static Home home;
    static Run first;

    @BeforeAll
    static void theFirstCall() throws Exception {
        home = Home.in(Files.createDirectories(temporary.resolve("my tidings")), BRINGING_MAVEN);
        first = home.run("--version");
    }

    @AfterAll
    static void removeLinks() {
        FolderTree.deleteTree(home.folder.resolve("app"));
    }

    @Test
    void theFirstCallBuildsTheNextRunsAtOnceAndAChangeBuildsAgain() throws Exception {
        assertThat(first.err()).isEqualTo("building Tidings (the first time takes some minutes) ...\n");
        assertThat(first.out()).startsWith("tidings ");
        assertThat(first.exit()).isZero();

        Run second = home.run("--version");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());

        Path source = Files.createFile(home.folder.resolve("app/src/main/Changed.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(600)));
        assertThat(home.run("--version").err()).isEqualTo("building Tidings ...\n");
        assertThat(Files.readAllLines(home.folder.resolve("mvn-calls")))
                .containsExactly("-q -B -Dquick -DskipTests package", "-q -B -Dquick -DskipTests package");
    }

    @Test
    void argumentsAndExitCodeAndStandardOutputArePassedOn() throws Exception {
        Run run = home.run("config", "--config", "no such file");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .last()
                .asString()
                .startsWith("tidings: cannot read the settings file " + home.elsewhere.resolve("no such file"));
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogAndWhereTheWholeIs() throws Exception {
        Home broken = Home.in(Files.createDirectories(temporary.resolve("broken tidings")), FAILING_MAVEN);

        Run run = broken.run("--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "building Tidings (the first time takes some minutes) ...",
                        "[ERROR] no such artifact",
                        "tidings: the build failed; the whole log is "
                                + broken.folder.resolve("target/launcher/build.log"));
    }

    /** A source folder with nothing built in it, and another folder from which a link leads to its launcher. */
    private record Home(Path folder, Path elsewhere, Path link, Path bin) {

        static Home in(Path folder, String maven) throws IOException {
            Path beside = folder.resolveSibling("beside " + folder.getFileName());
            Path elsewhere = Files.createDirectories(beside.resolve("else where"));
            Path bin = Files.createDirectories(beside.resolve("bin"));
            Files.copy(Installation.currentInstallation().home().resolve("tidings"), folder.resolve("tidings"));
            executable(folder.resolve("tidings"));
            executable(Files.writeString(bin.resolve("mvn"), maven));
            Files.createDirectories(folder.resolve("app/src/main"));
            Path link = Files.createSymbolicLink(elsewhere.resolve("the news"), folder.resolve("tidings"));
            return new Home(folder, elsewhere, link, bin);
        }

        Run run(String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of(link.toString()));
            command.addAll(List.of(arguments));
            Path out = bin.resolve("out");
            Path err = bin.resolve("err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(elsewhere.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove(CommandProcess.JVM_OPTIONS);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().merge("PATH", bin.toString(), (old, first) -> first + ":" + old);
            builder.environment()
                    .put(
                            "BUILT",
                            Installation.currentInstallation()
                                    .home()
                                    .resolve("app/target")
                                    .toString());
            int exit = builder.start().waitFor();
            return new Run(exit, text(out), text(err));
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
