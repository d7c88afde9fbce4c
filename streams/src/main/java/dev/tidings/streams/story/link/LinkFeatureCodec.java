package dev.tidings.streams.story.link;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Link features as bytes: whether names have capitals, counts of names, expected weight; names of 8 bytes, entities,
 * days and numbers of 4, each behind how many there are; keys by their place among these, one byte each.
 */
public final class LinkFeatureCodec {

    private LinkFeatureCodec() {}

    /** Writes features. */
    public static void writeFeatures(LinkFeatures features, DataOutputStream out) throws IOException {
        out.writeBoolean(features.hasCapitals());
        for (int wordCase = 0; wordCase < LinkFeatures.CASES; wordCase++) {
            out.writeByte(features.nameCount(wordCase));
        }
        out.writeInt(features.expectedUnits());
        out.writeByte(features.keptNames());
        for (int name = 0; name < features.keptNames(); name++) {
            out.writeLong(features.nameAt(name));
        }
        writeInts(features.entities(), out);
        writeInts(features.days(), out);
        writeInts(features.numbers(), out);
        out.writeByte(features.keyCount());
        for (int key = 0; key < features.keyCount(); key++) {
            out.writeByte(features.keyPlaceAt(key));
        }
    }

    private static void writeInts(int[] values, DataOutputStream out) throws IOException {
        out.writeByte(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    /**
     * Reads features that {@link #writeFeatures} wrote.
     *
     * @param language language of the article, which is not among them
     */
    public static LinkFeatures readFeatures(DataInputStream in, String language) throws IOException {
        boolean capitals = in.readBoolean();
        int[] nameCounts = new int[LinkFeatures.CASES];
        for (int wordCase = 0; wordCase < nameCounts.length; wordCase++) {
            nameCounts[wordCase] = in.readUnsignedByte();
        }
        int expected = in.readInt();
        LinkFeatures.Lists lists = new LinkFeatures.Lists();
        lists.names = new long[in.readUnsignedByte()];
        for (int name = 0; name < lists.names.length; name++) {
            lists.names[name] = in.readLong();
        }
        lists.entities = readInts(in);
        lists.days = readInts(in);
        lists.numbers = readInts(in);
        lists.keys = new byte[in.readUnsignedByte()];
        in.readFully(lists.keys);
        return new LinkFeatures(lists, LinkTerms.languageTerm(language), capitals, nameCounts, expected);
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] values = new int[in.readUnsignedByte()];
        for (int at = 0; at < values.length; at++) {
            values[at] = in.readInt();
        }
        return values;
    }
}
