package dev.tidings.producer.format.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.archive.GuardedInput.CountedInput;
import dev.tidings.producer.source.SkipReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of an archive one after another. Names are identities and nothing else; one that would lead out of a
 * folder is a dead letter all the same, since whoever wrote it did not mean well. Holds one member at a time, on the disk
 * when it is large.
 */
final class ArchiveReader implements RecordReader {

    private static final int MAX_ENTRIES = 1_000_000;
    private static final int MAX_EMPTY_ENTRIES = 100_000;
    private static final Pattern HIDDEN = Pattern.compile("(?:^|/)(?:\\.(?!\\.?/)|__MACOSX/)");
    private static final Pattern SLASH = Pattern.compile("[/\\\\]");

    private final CountedInput counted;
    private final ArchiveInputStream<? extends ArchiveEntry> archive;
    private final InputFormats formats;
    private final long maxBytes;
    private Optional<RecordReader> member = Optional.empty();
    private Optional<SpooledMember> spooled = Optional.empty();
    private String path = "";
    private int entries;
    private int empty;
    private long next;

    ArchiveReader(ArchiveKind kind, InputStream in, InputFormats formats, long maxBytes) {
        this.counted = new CountedInput(in);
        this.archive = kind.open(counted);
        this.formats = formats;
        this.maxBytes = maxBytes;
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        while (true) {
            Optional<InputRecord> record = nextOfMember();
            if (record.isPresent()) {
                return record.map(this::placed);
            }
            @Nullable ArchiveEntry entry = nextEntry();
            if (entry == null) {
                return Optional.empty();
            }
            Optional<InputRecord> refused = enter(entry);
            if (refused.isPresent()) {
                return refused.map(this::placed);
            }
        }
    }

    private Optional<InputRecord> nextOfMember() throws IOException {
        try {
            Optional<InputRecord> record =
                    member.isEmpty() ? Optional.empty() : member.get().next();
            if (record.isEmpty()) {
                closeMember();
            }
            return record;
        } catch (FormatException e) {
            closeMember();
            return Optional.of(rejected(path, e.reason(), e.getMessage()));
        }
    }

    private @Nullable ArchiveEntry nextEntry() throws IOException {
        try {
            @Nullable ArchiveEntry entry = archive.getNextEntry();
            entries++;
            if (entries > MAX_ENTRIES || empty > MAX_EMPTY_ENTRIES) {
                throw new FormatException("limit", "there are more members than an archive of news has");
            }
            return entry;
        } catch (FormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    private static FormatException broken(Exception e) {
        boolean early = e instanceof EOFException
                || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("truncated");
        return early
                ? new FormatException("truncated", "the archive ends early; whole members are published")
                : new FormatException("malformed", "the archive cannot be read on: " + e.getMessage());
    }

    /** Begins to read a member; a record is returned when that is all that becomes of it. */
    private Optional<InputRecord> enter(ArchiveEntry entry) throws IOException {
        path = entry.getName();
        if (leadsOut(entry)) {
            return Optional.of(rejected(path, "outside_root", "the name of the member leads out of its folder"));
        }
        if (entry.isDirectory()) {
            empty++;
            return Optional.empty();
        }
        if (entry instanceof ZipArchiveEntry zip
                && archive instanceof ZipArchiveInputStream stream
                && !stream.canReadEntryData(zip)) {
            return Optional.of(rejected(path, "unsupported", "the member is encrypted or packed in a way not known"));
        }
        try {
            return readMember();
        } catch (FormatException e) {
            if (e.reason().equals("ratio")) {
                throw e;
            }
            return Optional.of(rejected(path, e.reason(), e.getMessage()));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Optional<InputRecord> readMember() throws IOException {
        GuardedInput in = new GuardedInput(archive, counted);
        if (HIDDEN.matcher(path).find()) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(passedOver(SkipReason.TEMPORARY));
        }
        SpooledMember content = SpooledMember.read(nameOf(path), in);
        spooled = Optional.of(content);
        if (content.size() == 0) {
            empty++;
            return Optional.of(passedOver(SkipReason.EMPTY));
        }
        member = Optional.of(MemberReader.open(content, formats, maxBytes, path));
        return Optional.empty();
    }

    private static boolean leadsOut(ArchiveEntry entry) {
        String name = entry.getName();
        boolean link = entry instanceof TarArchiveEntry tar
                ? !tar.isFile() && !tar.isDirectory()
                : entry instanceof ZipArchiveEntry zip && zip.isUnixSymlink();
        return link
                || name.startsWith("/")
                || name.startsWith("\\")
                || name.indexOf('\0') >= 0
                || name.matches("^[A-Za-z]:.*")
                || Arrays.asList(SLASH.split(name, -1)).contains("..");
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private SkippedRecord passedOver(SkipReason reason) {
        return new SkippedRecord(
                0, Optional.of(path), Optional.empty(), ByteBuffer.allocate(0), reason.code(), reason.explanation());
    }

    private static RejectedRecord rejected(String path, String reason, @Nullable String message) {
        return new RejectedRecord(
                0,
                Optional.of(path),
                Optional.empty(),
                ByteBuffer.wrap(path.getBytes(UTF_8)),
                0,
                reason,
                path + ": " + message);
    }

    /** Members count their records each from their own beginning. */
    private InputRecord placed(InputRecord record) {
        return PlacedRecord.of(record, next++, record.id());
    }

    private void closeMember() throws IOException {
        if (member.isPresent()) {
            member.get().close();
        }
        if (spooled.isPresent()) {
            spooled.get().close();
        }
        member = Optional.empty();
        spooled = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        closeMember();
        archive.close();
    }
}
