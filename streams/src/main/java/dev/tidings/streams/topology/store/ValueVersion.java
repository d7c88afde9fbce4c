package dev.tidings.streams.topology.store;

import java.nio.ByteBuffer;

/** The leading version of a stored value. */
public final class ValueVersion {

    private ValueVersion() {}

    /**
     * Returns the value behind its version byte.
     *
     * @throws IllegalStateException when it is of another version: the store was written by another Tidings
     */
    public static ByteBuffer readVersioned(byte[] value, byte version, String store) {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        byte found = bytes.get();
        if (found != version) {
            throw new IllegalStateException("store " + store + " holds layout " + found + ", this version reads "
                    + version + "; reset the application and let it read its topic again");
        }
        return bytes;
    }
}
