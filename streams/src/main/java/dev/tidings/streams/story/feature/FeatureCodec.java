package dev.tidings.streams.story.feature;

import dev.tidings.text.orthography.PhoneticKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Features as bytes: a version byte, then the fields in order, lists with their length before them. */
public final class FeatureCodec {

    private static final int VERSION = 1;
    private static final int MAX_ITEMS = 10_000;

    private FeatureCodec() {}

    /** Reads one item of a list. */
    private interface ItemReader<T> {
        T readItem(DataInputStream in) throws IOException;
    }

    /** Writes one item of a list. */
    private interface ItemWriter<T> {
        void writeItem(T item, DataOutputStream out) throws IOException;
    }

    /** Returns the bytes. */
    public static byte[] toBytes(EventFeatures features) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(features.language());
            out.writeUTF(features.script());
            out.writeInt(features.length());
            writeList(features.names(), FeatureCodec::writeName, out);
            writeList(features.entities(), (entity, target) -> target.writeUTF(entity), out);
            writeList(features.days(), (day, target) -> target.writeInt(day), out);
            writeList(features.numbers(), (number, target) -> target.writeDouble(number), out);
            writeList(features.words(), (word, target) -> target.writeInt(word), out);
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
            if (version != VERSION) {
                throw new IllegalArgumentException("features of version " + version + ", expected " + VERSION);
            }
            return new EventFeatures(
                    in.readUTF(),
                    in.readUTF(),
                    in.readInt(),
                    readList(FeatureCodec::readName, in),
                    readList(source -> source.readUTF(), in),
                    readList(DataInputStream::readInt, in),
                    readList(DataInputStream::readDouble, in),
                    readList(DataInputStream::readInt, in));
        } catch (IOException e) {
            throw new IllegalArgumentException("features are cut short", e);
        }
    }

    private static void writeName(EventName name, DataOutputStream out) throws IOException {
        PhoneticKey sound = name.sound();
        out.writeUTF(name.surface());
        out.writeUTF(sound.consonants());
        byte[] vowels = sound.vowels().toBytes();
        out.writeShort(vowels.length);
        out.write(vowels);
        out.writeBoolean(sound.abjad());
    }

    private static EventName readName(DataInputStream in) throws IOException {
        String surface = in.readUTF();
        String consonants = in.readUTF();
        byte[] vowels = in.readNBytes(in.readUnsignedShort());
        return new EventName(
                surface, new PhoneticKey(consonants, PhoneticKey.Vowels.fromBytes(vowels), in.readBoolean()));
    }

    private static <T> void writeList(List<T> items, ItemWriter<T> writer, DataOutputStream out) throws IOException {
        out.writeShort(items.size());
        for (T item : items) {
            writer.writeItem(item, out);
        }
    }

    private static <T> List<T> readList(ItemReader<T> reader, DataInputStream in) throws IOException {
        int size = in.readUnsignedShort();
        if (size > MAX_ITEMS) {
            throw new IllegalArgumentException("a list of " + size + " features, expected at most " + MAX_ITEMS);
        }
        List<T> items = new ArrayList<>(size);
        for (int item = 0; item < size; item++) {
            items.add(reader.readItem(in));
        }
        return items;
    }
}
