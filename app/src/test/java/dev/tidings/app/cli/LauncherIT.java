package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.local.FolderTree;
import dev.tidings.app.local.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a source folder of its own, whose Maven puts the classes there that this build has made. */
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
    Path temporary;

    Path home;
    Path elsewhere;
    Path link;

    @BeforeEach
    void aSourceFolderAndALinkToItsLauncher() throws IOException {
        home = Files.createDirectories(temporary.resolve("my tidings"));
        elsewhere = Files.createDirectories(temporary.resolve("else where"));
        Files.copy(Installation.current().home().resolve("tidings"), home.resolve("tidings"));
        executable(home.resolve("tidings"));
        Files.createDirectories(home.resolve("app/src/main"));
        link = Files.createSymbolicLink(elsewhere.resolve("the news"), home.resolve("tidings"));
    }

    @AfterEach
    void removeLinks() {
        FolderTree.delete(home.resolve("app"));
    }

    @Test
    void theFirstCallBuildsTheNextRunsAtOnceAndAChangeBuildsAgain() throws Exception {
        maven(BRINGING_MAVEN);

        Run first = run("--version");
        assertThat(first.err()).isEqualTo("building Tidings (the first time takes some minutes) ...\n");
        assertThat(first.out()).startsWith("tidings ");
        assertThat(first.exit()).isZero();

        Run second = run("--version");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());

        Path source = Files.createFile(home.resolve("app/src/main/Changed.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(run("--version").err()).isEqualTo("building Tidings ...\n");
        assertThat(Files.readAllLines(home.resolve("mvn-calls")))
                .containsExactly("-q -B -Dquick -DskipTests package", "-q -B -Dquick -DskipTests package");
    }

    @Test
    void argumentsAndExitCodeAndStandardOutputArePassedOn() throws Exception {
        maven(BRINGING_MAVEN);

        Run run = run("config", "--config", "no such file");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .last()
                .asString()
                .startsWith("tidings: cannot read the settings file " + elsewhere.resolve("no such file"));
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogAndWhereTheWholeIs() throws Exception {
        maven(FAILING_MAVEN);

        Run run = run("--version");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "building Tidings (the first time takes some minutes) ...",
                        "[ERROR] no such artifact",
                        "tidings: the build failed; the whole log is " + home.resolve("target/launcher/build.log"));
    }

    private void maven(String script) throws IOException {
        Path file = Files.createDirectories(temporary.resolve("bin")).resolve("mvn");
        executable(Files.writeString(file, script));
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(link.toString()));
        command.addAll(List.of(arguments));
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", temporary.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
        builder.environment()
                .put(
                        "BUILT",
                        Installation.current().home().resolve("app/target").toString());
        int exit = builder.start().waitFor();
        return new Run(exit, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
