package dev.tidings.producer.format.archive;

import dev.tidings.producer.source.InputContent;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a member, which a stream gives once and a format may ask for again: in memory, or in a temporary file. */
final class SpooledMember implements InputContent, Closeable {

    private static final int MAX_MEMORY_BYTES = 8 * 1024 * 1024;

    private final String name;
    private final byte[] bytes;
    private final Optional<Path> file;
    private final long size;

    private SpooledMember(String name, byte[] bytes, Optional<Path> file, long size) {
        this.name = name;
        this.bytes = bytes;
        this.file = file;
        this.size = size;
    }

    /** Reads a member to its end. */
    static SpooledMember read(String name, InputStream in) throws IOException {
        byte[] head = in.readNBytes(MAX_MEMORY_BYTES);
        if (head.length < MAX_MEMORY_BYTES) {
            return new SpooledMember(name, head, Optional.empty(), head.length);
        }
        Path file = Files.createTempFile("tidings-member-", ".tmp");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            long size = head.length + in.transferTo(out);
            return new SpooledMember(name, new byte[0], Optional.of(file), size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return file.isPresent() ? Files.newInputStream(file.get()) : new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }
}
