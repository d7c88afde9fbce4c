package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.FolderTree;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
            echo "[INFO] Building Tidings text 0.2.0-SNAPSHOT          [3/14]"
            mkdir -p app/target/lib app/local-stack/target/broker app/local-stack/target/registry/lib
            echo broker >app/local-stack/target/broker/broker.jar
            echo registry >app/local-stack/target/registry/lib/deep.jar
            ln -sf "$BUILT"/tidings-app-*.jar app/target/
            ln -sf "$BUILT"/lib/*.jar app/target/lib/
            """;

    private static final String FAILING_MAVEN = """
            #!/bin/bash
            echo "[ERROR] no such artifact"
            exit 1
            """;

    /** One that is at work until it is stopped. */
    private static final String ENDLESS_MAVEN = """
            #!/bin/bash
            touch at-work
            sleep 1000 &
            echo $! >child
            wait
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
        assertThat(first.err().lines())
                .containsExactly(
                        "building Tidings (the first time takes some minutes) ...",
                        "building Tidings: 3 of 14, Tidings text ...");
        assertThat(first.out()).startsWith("tidings ");
        assertThat(first.exit()).isZero();

        Run second = home.run("--version");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());

        Path source = Files.createFile(home.folder.resolve("app/src/main/Changed.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(600)));
        assertThat(home.run("--version").err()).startsWith("building Tidings ...\n");
        assertThat(Files.readAllLines(home.folder.resolve("mvn-calls")))
                .containsExactly("-B -ntp -Dquick -DskipTests package", "-B -ntp -Dquick -DskipTests package");
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

    @Test
    void aRunningProgramKeepsItsJarsThroughEveryLaterBuildAndLosesThemWhenItHasEnded() throws Exception {
        Home own = Home.in(Files.createDirectories(temporary.resolve("kept tidings")), BRINGING_MAVEN);
        own.run("--version");
        Path ofTheFirst = own.builds().get(0);
        // Whatever has a jar of the build among its arguments runs from it.
        Process service = new ProcessBuilder("tail", "-f", "/dev/null", "--", ofTheFirst + "/lib/any.jar")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            own.changeSource(1);
            own.changeSource(2);
            own.changeSource(3);

            assertThat(own.builds()).hasSize(3).contains(ofTheFirst);
            Path parts = Path.of(text(ofTheFirst.resolve("parts")).strip());
            assertThat(parts.resolve("registry/lib/deep.jar")).hasContent("registry");
            assertThat(jarsIn(ofTheFirst))
                    .isNotEmpty()
                    .allSatisfy(jar -> assertThat(jar).exists());
        } finally {
            service.destroy();
            service.waitFor();
        }
        own.changeSource(4);
        assertThat(own.builds()).hasSize(2).doesNotContain(ofTheFirst);
        FolderTree.deleteTree(own.folder.resolve("app"));
        FolderTree.deleteTree(own.folder.resolve("target"));
    }

    @Test
    void anInterruptedBuildEndsMavenWithAllOfItsOwnAndLeavesTheFormerBuildAndTheLockOpen() throws Exception {
        Home own = Home.in(Files.createDirectories(temporary.resolve("stopped tidings")), BRINGING_MAVEN);
        own.run("--version");
        List<Path> before = own.builds();
        executable(Files.writeString(own.bin.resolve("mvn"), ENDLESS_MAVEN));
        own.touchSource(1);
        Process building = own.start("--version");
        CommandProcess.awaitDone(
                building,
                () -> text(own.bin.resolve("err")),
                () -> Files.exists(own.folder.resolve("child"))
                        && !text(own.folder.resolve("child")).isBlank());

        CommandProcess.signal(building, "INT");

        assertThat(building.waitFor()).isEqualTo(130);
        assertThat(text(own.bin.resolve("err")))
                .endsWith("tidings: interrupted; what was built before is still there\n");
        long child = Long.parseLong(text(own.folder.resolve("child")).strip());
        Patience.await().until(() -> ProcessHandle.of(child).isEmpty());
        assertThat(own.builds()).isEqualTo(before);
        assertThat(own.folder.resolve("target/launcher/lock")).doesNotExist();
        FolderTree.deleteTree(own.folder.resolve("app"));
        FolderTree.deleteTree(own.folder.resolve("target"));
    }

    private static List<Path> jarsIn(Path build) throws IOException {
        try (Stream<Path> jars = Files.list(build.resolve("lib"))) {
            return jars.toList();
        }
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

        /** The builds that are kept, the eldest first. */
        List<Path> builds() throws IOException {
            try (Stream<Path> builds = Files.list(folder.resolve("target/launcher/builds"))) {
                return builds.sorted().toList();
            }
        }

        /** Makes a source newer than each before, so that the next call builds. */
        void touchSource(int time) throws IOException {
            Path source = folder.resolve("app/src/main/Changed.java");
            if (!Files.exists(source)) {
                Files.createFile(source);
            }
            Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(600L * time)));
        }

        void changeSource(int time) throws IOException, InterruptedException {
            touchSource(time);
            assertThat(run("--version").exit()).isZero();
        }

        Run run(String... arguments) throws IOException, InterruptedException {
            int exit = start(arguments).waitFor();
            return new Run(exit, text(bin.resolve("out")), text(bin.resolve("err")));
        }

        Process start(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", link.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(elsewhere.toFile())
                    .redirectOutput(bin.resolve("out").toFile())
                    .redirectError(bin.resolve("err").toFile());
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
            return builder.start();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
