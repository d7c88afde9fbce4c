package dev.tidings.producer.source;

import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published of one root: the whole folder, or some files that lie directly in it.
 *
 * @param sourceRoot the root
 * @param files names of the files in it, in order; empty means the whole folder
 */
public record InputSelection(SourceRoot sourceRoot, List<Path> files) {

    /** Freezes the names. */
    public InputSelection {
        files = List.copyOf(files);
    }

    /**
     * Sorts paths into roots. A folder is a root of its own; a single file's root is its parent folder.
     *
     * @param paths files and folders, in any order; a path given twice counts once
     * @param source name of the root; empty means the folder's own name
     * @return one selection per root, in the order the roots first appear
     * @throws SettingsException when a path does not exist, or one name would stand for two folders
     */
    public static List<InputSelection> selectionsOf(List<Path> paths, Optional<String> source) {
        Map<SourceRoot, List<Path>> files = new LinkedHashMap<>();
        Map<String, SourceRoot> byName = new LinkedHashMap<>();
        for (Path path : paths) {
            boolean folder = Files.isDirectory(path);
            SourceRoot sourceRoot = rootOf(folder ? path : existingPath(path), folder, source);
            checkOneFolder(sourceRoot, byName.putIfAbsent(sourceRoot.name(), sourceRoot));
            files.computeIfAbsent(sourceRoot, key -> new ArrayList<>()).add(folder ? Path.of("") : path.getFileName());
        }
        return files.entrySet().stream()
                .map(entry -> newSelection(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static InputSelection newSelection(SourceRoot sourceRoot, List<Path> names) {
        boolean whole = names.contains(Path.of(""));
        return new InputSelection(sourceRoot, whole ? List.of() : List.copyOf(new TreeSet<>(names)));
    }

    private static Path existingPath(Path path) {
        if (path.getFileName() == null || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new SettingsException("there is no file or folder " + path + "; check the path");
        }
        return path;
    }

    private static SourceRoot rootOf(Path path, boolean folder, Optional<String> source) {
        Path home = folder ? path : Objects.requireNonNullElse(path.getParent(), Path.of(""));
        Path real = realPath(home);
        return new SourceRoot(source.orElseGet(() -> rootName(home, real)), real);
    }

    private static Path realPath(Path folder) {
        try {
            return folder.toRealPath();
        } catch (AccessDeniedException e) {
            throw new SettingsException("folder " + folder + " cannot be entered; check its permissions");
        } catch (IOException e) {
            throw new SettingsException("there is no folder " + folder + "; check the path");
        }
    }

    /** The name as it was given, so that a link to today's folder keeps its name; {@code .} has only its real name. */
    private static String rootName(Path folder, Path real) {
        Path given = folder.getFileName();
        boolean speaking = given != null
                && !given.toString().isEmpty()
                && !given.toString().equals(".")
                && !given.toString().equals("..");
        Path name = speaking ? given : real.getFileName();
        return name == null ? "" : FileName.nameOf(name).text();
    }

    private static void checkOneFolder(SourceRoot sourceRoot, @Nullable SourceRoot other) {
        if (other != null && !other.equals(sourceRoot)) {
            throw new SettingsException("source name '" + sourceRoot.name() + "' would stand for two folders, "
                    + other.realPath() + " and " + sourceRoot.realPath()
                    + "; publish them one at a time, each with its own --source NAME");
        }
    }
}
