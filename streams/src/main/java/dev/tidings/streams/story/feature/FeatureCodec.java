package dev.tidings.streams.story.feature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Features as bytes: a version byte, then the fields in order, lists with their length before them. */
public final class FeatureCodec {

    private static final int VERSION = 2;
    private static final int MAX_ITEMS = 10_000;

    private FeatureCodec() {}

    /** Reads one item of a list. */
    interface ItemReader<T> {
        T readItem(DataInputStream in) throws IOException;
    }

    /** Writes one item of a list. */
    private interface ItemWriter<T> {
        void writeItem(T item, DataOutputStream out) throws IOException;
    }

    /** Returns the bytes. */
    public static byte[] toBytes(EventFeatures features) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(features.language());
            out.writeUTF(features.script());
            out.writeInt(features.length());
            writeNames(features.names(), out);
            writeList(features.entities(), (entity, target) -> target.writeUTF(entity), out);
            writeList(features.days(), (day, target) -> target.writeInt(day), out);
            writeList(features.numbers(), (number, target) -> target.writeDouble(number), out);
            writeTerms(features.terms(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the features.
     *
     * @throws IllegalArgumentException when the bytes are no features of a known version
     */
    public static EventFeatures fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            return switch (version) {
                case FormerFeatures.VERSION -> FormerFeatures.readFeatures(in);
                case VERSION -> readFeatures(in);
                default ->
                    throw new IllegalArgumentException("features of version " + version + ", expected " + VERSION);
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("features are cut short", e);
        }
    }

    /** Returns whether the bytes are features of a former version, which lack what features have today. */
    public static boolean isFormer(ByteBuffer bytes) {
        return bytes.hasRemaining() && bytes.get(bytes.position()) < VERSION;
    }

    private static EventFeatures readFeatures(DataInputStream in) throws IOException {
        return new EventFeatures(
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                readNames(in),
                readList(source -> source.readUTF(), in),
                readList(DataInputStream::readInt, in),
                readList(DataInputStream::readDouble, in),
                readTerms(in));
    }

    private static void writeNames(NameSounds names, DataOutputStream out) throws IOException {
        out.writeShort(names.size());
        for (int name = 0; name < names.size(); name++) {
            out.writeLong(names.soundAt(name));
        }
        writeList(names.surfaces(), (surface, target) -> target.writeUTF(surface), out);
    }

    private static NameSounds readNames(DataInputStream in) throws IOException {
        long[] sounds = new long[checkedSize(in.readUnsignedShort())];
        for (int name = 0; name < sounds.length; name++) {
            sounds[name] = in.readLong();
        }
        return NameSounds.of(sounds, readList(source -> source.readUTF(), in));
    }

    private static void writeTerms(TermList terms, DataOutputStream out) throws IOException {
        out.writeShort(terms.size());
        for (int term = 0; term < terms.size(); term++) {
            out.writeInt(terms.hashAt(term));
            out.writeByte(terms.weightAt(term));
            out.writeByte(terms.kindAt(term).code());
        }
        writeList(terms.surfaces(), (surface, target) -> target.writeUTF(surface), out);
    }

    private static TermList readTerms(DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        if (size > TermList.MAX_TERMS) {
            throw new IllegalArgumentException(size + " terms, expected at most " + TermList.MAX_TERMS);
        }
        TermList.Builder terms = new TermList.Builder();
        for (int term = 0; term < size; term++) {
            int hash = in.readInt();
            int weight = in.readUnsignedByte();
            terms.addTerm(hash, weight, TermList.Kind.ofCode(in.readUnsignedByte()));
        }
        return terms.build(readList(source -> source.readUTF(), in));
    }

    private static <T> void writeList(List<T> items, ItemWriter<T> writer, DataOutputStream out) throws IOException {
        out.writeShort(items.size());
        for (T item : items) {
            writer.writeItem(item, out);
        }
    }

    private static int checkedSize(int size) {
        if (size > MAX_ITEMS) {
            throw new IllegalArgumentException("a list of " + size + " features, expected at most " + MAX_ITEMS);
        }
        return size;
    }

    static <T> List<T> readList(ItemReader<T> reader, DataInputStream in) throws IOException {
        int size = checkedSize(in.readUnsignedShort());
        List<T> items = new ArrayList<>(size);
        for (int item = 0; item < size; item++) {
            items.add(reader.readItem(in));
        }
        return items;
    }
}
