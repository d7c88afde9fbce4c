package dev.tidings.streams.store;

import dev.tidings.streams.duplicate.Held;
import dev.tidings.streams.duplicate.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** List of a key: version, then partition 4, offset 8, time 8 bytes of each holder. */
final class HeldValue {

    private static final byte VERSION = 1;
    private static final int ENTRY_BYTES = 4 + 8 + 8;

    private HeldValue() {}

    static byte[] write(List<Held> held) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + held.size() * ENTRY_BYTES).put(VERSION);
        for (Held entry : held) {
            bytes.putInt(entry.reference().partition());
            bytes.putLong(entry.reference().offset());
            bytes.putLong(entry.time());
        }
        return bytes.array();
    }

    static List<Held> read(byte[] value) {
        ByteBuffer bytes = Layout.read(value, VERSION, DeskStores.POSTINGS);
        List<Held> held = new ArrayList<>();
        while (bytes.hasRemaining()) {
            held.add(new Held(new Reference(bytes.getInt(), bytes.getLong()), bytes.getLong()));
        }
        return held;
    }
}
