package dev.tidings.streams.recovery;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which an instance keeps the state of one application: a folder for each task, and which changelogs they
 * were filled with. All of it can be thrown away, since the changelogs have it too.
 */
public final class LocalState {

    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");
    private static final String CHANGELOGS = "changelogs";

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);

    private final Path folder;
    private volatile boolean told;

    /** Makes it for a folder, which need not exist. */
    public LocalState(Path folder) {
        this.folder = folder;
    }

    /** Returns the folders of tasks. */
    List<Path> taskFolders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            TASK.matcher(entry.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + folder + " cannot be listed", e);
        }
    }

    /** Throws everything away. No process may use it. */
    void discardAll() {
        taskFolders().forEach(task -> deleteTree(task.toFile()));
        deleteTree(folder.resolve(CHANGELOGS).toFile());
    }

    private static void deleteTree(File task) {
        try {
            Utils.delete(task);
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + task + " cannot be deleted", e);
        }
    }

    /** Returns whether the state was filled with other changelogs than those that there are. */
    boolean isForeignTo(TopicIdentities changelogs) {
        String now = written(changelogs);
        return !taskFolders().isEmpty()
                && readChangelogs().filter(known -> !known.equals(now)).isPresent();
    }

    /**
     * Notes which changelogs the state is filled with. On a full disk it cannot, which is told once; the next call tries
     * again, and without a note the state is taken for what it is.
     */
    public void rememberChangelogs(TopicIdentities changelogs) {
        String now = written(changelogs);
        if (!Files.isDirectory(folder) || readChangelogs().equals(Optional.of(now))) {
            return;
        }
        try {
            Path whole = folder.resolve(CHANGELOGS + ".new");
            Files.writeString(whole, now);
            // Half a note would be that of other changelogs.
            Files.move(whole, folder.resolve(CHANGELOGS), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            tellOnce(e);
        }
    }

    private void tellOnce(IOException error) {
        if (!told) {
            LOG.warn(
                    "which changelogs the state in {} is filled with cannot be noted yet: {}",
                    folder,
                    error.toString());
        }
        told = true;
    }

    private Optional<String> readChangelogs() {
        Path file = folder.resolve(CHANGELOGS);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String written(TopicIdentities changelogs) {
        return new TreeMap<>(changelogs.known())
                .entrySet().stream()
                        .map(topic -> topic.getKey() + " " + topic.getValue().id() + "\n")
                        .collect(Collectors.joining());
    }
}
