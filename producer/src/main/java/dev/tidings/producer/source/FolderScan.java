package dev.tidings.producer.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The walk through one selection: every input once, in the order of names (UTF-16 code units), folders in their place
 * among the files. Holds the names of the folders on the way down and nothing else. Links to folders are not followed,
 * so no link can lead in circles or out. Names that mark a file as hidden or half written are passed over in silence.
 * Nothing is opened. Not safe for use by many threads.
 *
 * <p>Not part of the API: public for the packages that publish.
 */
public final class FolderScan implements Iterator<ScannedInput> {

    /** Name of the file in which somebody says of all files of a folder what they do not say; it is no input. */
    public static final String DECLARATION = "tidings-source.yaml";

    private static final Comparator<Entry> BY_NAME =
            Comparator.comparing((Entry entry) -> entry.name().text()).thenComparing(Entry::path);

    /** A name in a folder; repeated when the one before it in order is the same text. */
    private record Entry(FileName name, Path path, boolean repeated) {}

    /** A folder on the way down, with what is left of it. */
    private record Folder(Path path, String prefix, Iterator<Entry> left) {}

    private final SourceRoot sourceRoot;
    private final FileKind kinds;
    private final Consumer<Path> entered;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private @Nullable ScannedInput next;

    /** Begins the walk. */
    public FolderScan(InputSelection inputSelection) {
        this(inputSelection.sourceRoot(), folder -> {});
        if (inputSelection.files().isEmpty()) {
            beginFolder(inputSelection.sourceRoot().realPath(), "");
        } else {
            folders.push(new Folder(
                    sourceRoot.realPath(),
                    "",
                    sortedEntries(inputSelection.files()).iterator()));
        }
    }

    private FolderScan(SourceRoot sourceRoot, Consumer<Path> entered) {
        this.sourceRoot = sourceRoot;
        this.kinds = new FileKind(sourceRoot.realPath());
        this.entered = entered;
    }

    /**
     * Begins the walk through one folder of a root.
     *
     * @param folder the root's own or one below it, neither a link nor below one
     * @param entered is told each folder before its entries are listed, so that nothing can come to it unnoticed
     */
    static FolderScan belowFolder(SourceRoot sourceRoot, Path folder, Consumer<Path> entered) {
        FolderScan folderScan = new FolderScan(sourceRoot, entered);
        String relative = RelativeName.of(sourceRoot, folder).text();
        folderScan.beginFolder(folder, relative.isEmpty() ? "" : relative + "/");
        return folderScan;
    }

    private void beginFolder(Path folder, String prefix) {
        enterFolder(folder, prefix).ifPresent(reason -> next = scannedInput(prefix, folder, true, reason));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !folders.isEmpty()) {
            Folder folder = folders.element();
            if (folder.left().hasNext()) {
                next = visitEntry(folder, folder.left().next()).orElse(null);
            } else {
                folders.pop();
            }
        }
        return next != null;
    }

    @Override
    public ScannedInput next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ScannedInput found = Objects.requireNonNull(next);
        next = null;
        return found;
    }

    private Optional<ScannedInput> visitEntry(Folder folder, Entry entry) {
        String relative = folder.prefix() + entry.name().text();
        Path path = folder.path().resolve(entry.path());
        boolean utf8 = entry.name().utf8();
        if (entry.repeated()) {
            return Optional.of(scannedInput(relative, path, utf8, SkipReason.NAME_COLLISION));
        }
        if (entry.name().isTemporary()) {
            return Optional.of(scannedInput(relative, path, utf8, SkipReason.TEMPORARY));
        }
        FileKind.Found found = kinds.kindOf(path);
        if (found.folder()) {
            return enterFolder(path, relative + "/").map(reason -> scannedInput(relative, path, utf8, reason));
        }
        return Optional.of(new ScannedInput(sourceRoot.uriOf(relative), found.path(), utf8, found.skipped()));
    }

    private ScannedInput scannedInput(String relative, Path path, boolean utf8, SkipReason reason) {
        return new ScannedInput(sourceRoot.uriOf(relative), path, utf8, Optional.of(reason));
    }

    private Optional<SkipReason> enterFolder(Path path, String prefix) {
        List<Path> names = new ArrayList<>();
        entered.accept(path);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                names.add(entry.getFileName());
            }
        } catch (DirectoryIteratorException e) {
            return Optional.of(SkipReason.UNREADABLE);
        } catch (IOException e) {
            return Optional.of(FileKind.skipReason(e));
        }
        boolean top = path.equals(sourceRoot.realPath());
        names.removeIf(name ->
                FileName.nameOf(name).isTemporary() || (top && name.toString().equals(DECLARATION)));
        folders.push(new Folder(path, prefix, sortedEntries(names).iterator()));
        return Optional.empty();
    }

    private static List<Entry> sortedEntries(List<Path> names) {
        List<Entry> entries = new ArrayList<>(names.size());
        names.forEach(name -> entries.add(new Entry(FileName.nameOf(name), name, false)));
        entries.sort(BY_NAME);
        for (int i = 1; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.name().text().equals(entries.get(i - 1).name().text())) {
                entries.set(i, new Entry(entry.name(), entry.path(), true));
            }
        }
        return entries;
    }
}
