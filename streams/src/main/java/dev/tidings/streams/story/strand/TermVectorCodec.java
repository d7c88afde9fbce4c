package dev.tidings.streams.story.strand;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Vectors as bytes: how many terms, 4 bytes of hash and 1 of weight for each, 8 bytes of which are names. */
public final class TermVectorCodec {

    private TermVectorCodec() {}

    /** Writes a vector. */
    public static void writeVector(TermVector vector, DataOutputStream out) throws IOException {
        out.writeByte(vector.size());
        for (int term = 0; term < vector.size(); term++) {
            out.writeInt(vector.hashAt(term));
            out.writeByte(vector.weightAt(term));
        }
        out.writeLong(vector.nameBits());
    }

    /** Reads a vector that {@link #writeVector} wrote. */
    public static TermVector readVector(DataInputStream in) throws IOException {
        int[] hashes = new int[in.readUnsignedByte()];
        byte[] weights = new byte[hashes.length];
        for (int term = 0; term < hashes.length; term++) {
            hashes[term] = in.readInt();
            weights[term] = in.readByte();
        }
        return TermVector.of(hashes, weights, in.readLong());
    }
}
