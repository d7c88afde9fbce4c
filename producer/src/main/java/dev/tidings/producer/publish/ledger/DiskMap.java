package dev.tidings.producer.publish.ledger;

import dev.tidings.producer.publish.ledger.DiskIndex.Slot;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * A map in two temporary files: an index of hashed keys, and a log of the values it points to. A value of the length of
 * the one before is written over it. For one thread.
 */
final class DiskMap implements AutoCloseable {

    private final TemporaryFile values;
    private DiskIndex index;
    private long valuesEnd;
    private long size;

    private DiskMap(TemporaryFile values, DiskIndex index) {
        this.values = values;
        this.index = index;
    }

    static DiskMap create() {
        return new DiskMap(TemporaryFile.create(), DiskIndex.create());
    }

    Optional<byte[]> get(UUID key) {
        Slot slot = index.find(key);
        return slot.isTaken() ? Optional.of(value(slot)) : Optional.empty();
    }

    private byte[] value(Slot slot) {
        byte[] value = new byte[slot.length()];
        values.read(ByteBuffer.wrap(value), slot.position());
        return value;
    }

    void put(UUID key, byte[] value) {
        if (index.isFull()) {
            index = index.doubled();
        }
        Slot slot = index.find(key);
        if (!slot.isTaken()) {
            size++;
        }
        if (slot.isTaken() && slot.length() == value.length) {
            values.write(ByteBuffer.wrap(value), slot.position());
        } else {
            values.write(ByteBuffer.wrap(value), valuesEnd);
            index.put(key, slot, valuesEnd, value.length);
            valuesEnd += value.length;
        }
    }

    boolean remove(UUID key) {
        Slot slot = index.find(key);
        if (!slot.isTaken()) {
            return false;
        }
        index.remove(key, slot);
        size--;
        return true;
    }

    long size() {
        return size;
    }

    @Override
    public void close() {
        index.close();
        values.close();
    }
}
