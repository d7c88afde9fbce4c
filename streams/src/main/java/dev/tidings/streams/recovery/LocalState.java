package dev.tidings.streams.recovery;

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

/**
 * The folder in which an instance keeps the state of one application: a folder for each task, and which changelogs they
 * were filled with. All of it can be thrown away, since the changelogs have it too.
 */
public final class LocalState {

    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");
    private static final String CHANGELOGS = "changelogs";

    private final Path folder;

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

    /** Notes which changelogs the state is filled with. */
    public void rememberChangelogs(TopicIdentities changelogs) {
        String now = written(changelogs);
        if (!Files.isDirectory(folder) || readChangelogs().equals(Optional.of(now))) {
            return;
        }
        try {
            Files.writeString(folder.resolve(CHANGELOGS), now);
        } catch (IOException e) {
            throw new UncheckedIOException("the state in " + folder + " cannot be written", e);
        }
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
