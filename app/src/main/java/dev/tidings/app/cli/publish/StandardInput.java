package dev.tidings.app.cli.publish;

import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.source.InputContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Standard input as a file, which a publisher reads twice. What holds many articles is called {@code -}, so that each is
 * the same article however often it comes; what is one article is called by the hash of its content, so that two are never
 * revisions of one another.
 */
final class StandardInput implements AutoCloseable {

    /** Name of the source of what comes so. */
    static final String SOURCE = "stdin";

    private static final String MANY = "-";

    private final Path folder;
    private final Path file;

    private StandardInput(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Reads standard input to its end. */
    static StandardInput read(InputStream in, InputFormats formats) {
        try {
            Path folder = Files.createTempDirectory("tidings-stdin-");
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path spooled = folder.resolve("input");
            Files.copy(new DigestInputStream(in, digest), spooled);
            boolean many = formats.formatOf(new Spooled(spooled))
                    .filter(format -> format.isContainer())
                    .isPresent();
            String name = many ? MANY : HexFormat.of().formatHex(digest.digest());
            return new StandardInput(folder, Files.move(spooled, folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It has no name that could tell its format. */
    private record Spooled(Path file) implements InputContent {

        @Override
        public String name() {
            return MANY;
        }

        @Override
        public long size() {
            return file.toFile().length();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // The system clears its folder for temporary files.
        }
    }
}
