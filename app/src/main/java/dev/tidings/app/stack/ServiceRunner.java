package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Starts, finds and stops the parts of the local stack in one data folder; each at most once. */
final class ServiceRunner {
    /** A cold start takes seconds; a disk or processor that is shared with a build can make it a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SUFFIX = ".pid";

    private final Path archives;
    private final DataFolder folder;

    ServiceRunner(StackConfig stackConfig) {
        this.archives = stackConfig.installation().archiveFolder();
        this.folder = stackConfig.folder();
    }

    /** The process of a part, when it runs. */
    Optional<LocalProcess> findProcess(Service service) {
        return LocalProcess.findRunning(service.name(), folder);
    }

    /** Starts a part unless it runs already; does not wait for it. */
    LocalProcess launchService(Service service) {
        return findProcess(service).orElseGet(() -> launchAnew(service));
    }

    /**
     * Waits until a launched part is ready.
     *
     * @throws LocalStackException when it ends or stays silent, with the reason from its log
     */
    void awaitReady(Service service) {
        if (endsBeforeReady(service)) {
            // A damaged archive can end a JVM, so a part that ended has one more try without.
            boolean hadArchive = archiveOf(service).exists();
            archiveOf(service).discard();
            if (!hadArchive) {
                throw endedMessage(service);
            }
            launchAnew(service);
            if (endsBeforeReady(service)) {
                throw endedMessage(service);
            }
        }
    }

    /**
     * Runs a program that ends by itself.
     *
     * @throws LocalStackException when it did not do its work, with the reason from its log
     */
    void runToEnd(Service program) {
        LocalProcess process = launchService(program, archiveOf(program).useOptions());
        if (!Await.waitUntil(PATIENCE, () -> !process.isAlive())
                || !program.ready().test(process)) {
            process.kill();
            throw troubleMessage(program, "failed");
        }
        process.stop();
    }

    /** The running parts, first started first. */
    List<LocalProcess> runningParts() {
        List<LocalProcess> processes = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.pidFolder(), "*" + SUFFIX)) {
            for (Path file : files) {
                LocalProcess.findRunning(nameOf(file), folder).ifPresent(processes::add);
            }
        } catch (IOException refused) {
            throw new LocalStackException("cannot read " + folder.pidFolder() + "; check its permissions", refused);
        }
        processes.sort(Comparator.comparing(LocalProcess::startTime));
        return processes;
    }

    /**
     * Stops every part, last started first.
     *
     * @return the names of the stopped parts, in that order
     */
    List<String> stopAll() {
        return stopWhere(name -> true);
    }

    /**
     * Stops some parts, last started first.
     *
     * @param wanted whether the part of that name is to be stopped
     * @return the names of the stopped parts, in that order
     */
    List<String> stopWhere(Predicate<String> wanted) {
        List<LocalProcess> processes = runningParts().stream()
                .filter(process -> wanted.test(process.name()))
                .toList();
        List<String> stopped = new ArrayList<>();
        for (int last = processes.size() - 1; last >= 0; last--) {
            stopProcess(processes.get(last));
            stopped.add(processes.get(last).name());
        }
        return stopped;
    }

    /** Stops one part, forgets its settings and keeps the class-data archive that it may have written. */
    void stopProcess(LocalProcess process) {
        process.stop();
        folder.deleteSettings(process.name());
        ClassDataArchive.adoptFrom(folder.dataOf(process.name()), archives);
    }

    private LocalProcess launchAnew(Service service) {
        if (!service.command().classPath().isJarsOnly()) {
            return launchService(service, List.of());
        }
        ClassDataArchive archive = archiveOf(service);
        return launchService(
                service,
                // A JVM that writes an archive does not record, and does not say so where anybody looks.
                service.command().isRecorded()
                        ? archive.useOptions()
                        : archive.useOrWrite(folder.dataOf(service.name())));
    }

    private LocalProcess launchService(Service service, List<String> options) {
        return LocalProcess.launchProcess(
                service.name(), folder, service.command().withOptions(options).commandLine());
    }

    private boolean endsBeforeReady(Service service) {
        Optional<LocalProcess> process = findProcess(service);
        if (process.isEmpty()) {
            return true;
        }
        boolean answered = Await.waitUntil(
                PATIENCE, () -> !process.get().isAlive() || service.ready().test(process.get()));
        if (!answered) {
            throw troubleMessage(service, "did not answer within " + PATIENCE.toSeconds() + " s");
        }
        return !process.get().isAlive();
    }

    private LocalStackException endedMessage(Service service) {
        return troubleMessage(service, "ended while starting");
    }

    private LocalStackException troubleMessage(Service service, String what) {
        Path log = folder.logFile(service.name());
        return new LocalStackException(
                "the " + service.name() + " " + what + ": " + LogTail.lastWords(log) + "; its log is " + log);
    }

    private ClassDataArchive archiveOf(Service service) {
        return ClassDataArchive.of(archives, service.command().classPath());
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
