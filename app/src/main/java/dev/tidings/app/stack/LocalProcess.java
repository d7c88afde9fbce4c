package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One running part of a local stack: a process with a name, a log and a process-id file, started by this JVM or by an
 * earlier one. It outlives the JVM that started it until somebody stops it.
 */
public final class LocalProcess {
    /**
     * A broker moves its leaderships and writes its last segments; a first run also writes a class-data archive,
     * which a busy processor makes a minute's work.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path SET_SID = Path.of("/usr/bin/setsid");

    private final String name;
    private final DataFolder folder;
    private final ProcessHandle process;

    private LocalProcess(String name, DataFolder folder, ProcessHandle process) {
        this.name = name;
        this.folder = folder;
        this.process = process;
    }

    /** Starts a program whose output goes to the log of that name; the log of the run before is kept beside it. */
    static LocalProcess launchProcess(String name, DataFolder folder, List<String> command) {
        Path log = folder.logFile(name);
        keepFormer(log);
        ProcessBuilder builder = new ProcessBuilder(ownSession(command))
                .directory(folder.dataOf(name).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            new PidFile(folder.pidFile(name)).writePid(process.toHandle());
            return new LocalProcess(name, folder, process.toHandle());
        } catch (IOException refused) {
            throw new LocalStackException(
                    "cannot start the " + name + ": " + refused.getMessage() + "; is this Java complete?", refused);
        }
    }

    /** The running part of that name, when there is one. */
    static Optional<LocalProcess> findRunning(String name, DataFolder folder) {
        return new PidFile(folder.pidFile(name))
                .runningProcess()
                .map(process -> new LocalProcess(name, folder, process))
                .filter(LocalProcess::isAlive);
    }

    /**
     * The name of the part.
     *
     * @return {@code broker}, say
     */
    public String name() {
        return name;
    }

    /**
     * The process id.
     *
     * @return as the operating system gave it
     */
    public long pid() {
        return process.pid();
    }

    /** When the process began. */
    Instant startTime() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /**
     * Whether it still runs. A process that has ended but that nobody has asked for (a zombie) does not.
     *
     * @return false once it has ended
     */
    public boolean isAlive() {
        return process.isAlive() && !isZombie();
    }

    /** Kills it at once (SIGKILL), as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        Await.waitUntil(PATIENCE, () -> !isAlive());
        new PidFile(folder.pidFile(name)).deleteFile();
    }

    /** Pauses the process (SIGSTOP): it stays but does not answer. */
    public void pause() {
        sendSignal("STOP");
    }

    /** Continues a paused process (SIGCONT). */
    public void resume() {
        sendSignal("CONT");
    }

    /**
     * Asks it to end, waits for that, and ends it by force when it does not.
     *
     * @return whether it ended by itself
     */
    public boolean stop() {
        process.destroy();
        boolean ended = Await.waitUntil(PATIENCE, () -> !isAlive());
        if (!ended) {
            kill();
        }
        new PidFile(folder.pidFile(name)).deleteFile();
        return ended;
    }

    /** Whether it was started with this class path; true where the system does not tell. */
    public boolean runsFrom(ClassPath classPath) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid()), "cmdline"))
                    .contains(classPath.argument());
        } catch (IOException noSuchFileSystem) {
            return true;
        }
    }

    /** One line that tells why it ended or hangs, from its log. */
    String lastWords() {
        return LogTail.lastWords(folder.logFile(name));
    }

    private void sendSignal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .start()
                    .waitFor();
        } catch (IOException refused) {
            throw new LocalStackException("cannot send " + signal + " to the " + name, refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isZombie() {
        Path system = Path.of("/proc", Long.toString(pid()));
        try (Stream<Path> threads = Files.list(system.resolve("task"))) {
            String stat = Files.readString(system.resolve("stat"));
            // Its ports are free when the last of its threads has gone, which can be after the first.
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1) && threads.count() == 1;
        } catch (IOException noSuchFileSystem) {
            return false;
        }
    }

    /** A session of its own keeps Ctrl-C in the terminal from stopping all parts at once instead of in order. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SET_SID)) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of(SET_SID.toString()));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void keepFormer(Path log) {
        if (Files.exists(log)) {
            Path former = log.resolveSibling(log.getFileName() + ".1");
            try {
                Files.move(log, former, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException kept) {
                // Then the new run writes over it.
            }
        }
    }
}
