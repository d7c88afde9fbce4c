package dev.tidings.app.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Later versions of articles, one of each kind that deduplication knows: continued, cut short, rewritten, corrected.
 */
final class Versions {

    private static final int REWRITTEN_EVERY = 7;

    private final Path folder;
    private final List<Path> originals;

    /** Writes the versions of articles into a folder, under the names of their originals. */
    Versions(Path folder, List<Path> originals) {
        this.folder = folder;
        this.originals = List.copyOf(originals);
        try {
            Files.createDirectory(folder);
            for (int i = 0; i < originals.size(); i++) {
                Files.writeString(file(i), version(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes every file a little, which makes each a revision. */
    void correct() {
        try {
            for (int i = 0; i < originals.size(); i++) {
                Files.writeString(file(i), Files.readString(file(i)) + " Corrected.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int i) {
        return folder.resolve(originals.get(i).getFileName());
    }

    private String version(int i) throws IOException {
        String text = original(i);
        return switch (i % 3) {
            case 0 -> text + "\n\n" + original(i + 1) + "\n\n" + original(i + 2);
            case 1 -> text.substring(0, text.length() / 3);
            default -> rewritten(text);
        };
    }

    private String original(int i) throws IOException {
        return Files.readString(originals.get(i % originals.size()));
    }

    /** The headline stays. */
    private static String rewritten(String text) {
        int body = text.indexOf("\n\n");
        String[] words = text.substring(body).split(" ", -1);
        return text.substring(0, body)
                + IntStream.range(0, words.length)
                        .mapToObj(word -> word % REWRITTEN_EVERY == 0 ? "so" : words[word])
                        .collect(Collectors.joining(" "));
    }
}
