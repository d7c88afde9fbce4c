package dev.tidings.producer.publish.ledger;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A hash table in a temporary file: pages of slots of 32 bytes (key, position and length of the value, state), searched
 * from the page that the key hashes to until a free slot. A removed key keeps its slot until the table is doubled. For
 * one thread.
 */
final class DiskIndex implements AutoCloseable {

    private static final int SLOT_BYTES = 32;
    private static final int SLOTS = 32;
    private static final int PAGE_BYTES = SLOTS * SLOT_BYTES;
    /** Some 130,000 entries, more than are held in memory. */
    private static final long FIRST_PAGES = 4_096;

    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int REMOVED = 2;

    private final TemporaryFile file;
    private final long pages;
    private final ByteBuffer page = ByteBuffer.allocateDirect(PAGE_BYTES);
    private final ByteBuffer written = ByteBuffer.allocateDirect(SLOT_BYTES);
    private long used;

    /**
     * Where a key stands, or would.
     *
     * @param number of the slot in the file
     * @param position of the value
     * @param length of the value in bytes
     * @param state free, taken or removed
     */
    record Slot(long number, long position, int length, int state) {

        boolean isTaken() {
            return state == TAKEN;
        }
    }

    private DiskIndex(TemporaryFile file, long pages) {
        this.file = file;
        this.pages = pages;
    }

    static DiskIndex create() {
        return create(FIRST_PAGES);
    }

    private static DiskIndex create(long pages) {
        TemporaryFile file = TemporaryFile.create();
        file.extend(pages * PAGE_BYTES);
        return new DiskIndex(file, pages);
    }

    /** Returns whether the index is three quarters full and should be doubled before a key is added. */
    boolean isFull() {
        return used >= pages * SLOTS / 4 * 3;
    }

    /** Returns the slot of a key, or the free one in which it would be put. */
    Slot find(UUID key) {
        for (long number = key.getLeastSignificantBits() & (pages - 1); ; number = (number + 1) & (pages - 1)) {
            load(number);
            for (int slot = 0; slot < SLOTS; slot++) {
                if (state(slot) == FREE || isKey(slot, key)) {
                    return slot(number * SLOTS + slot, slot);
                }
            }
        }
    }

    private void load(long number) {
        page.clear();
        file.read(page, number * PAGE_BYTES);
    }

    private int state(int slot) {
        return page.getInt(slot * SLOT_BYTES + 28);
    }

    private boolean isKey(int slot, UUID key) {
        return page.getLong(slot * SLOT_BYTES) == key.getMostSignificantBits()
                && page.getLong(slot * SLOT_BYTES + 8) == key.getLeastSignificantBits();
    }

    private Slot slot(long number, int slot) {
        int start = slot * SLOT_BYTES;
        return new Slot(number, page.getLong(start + 16), page.getInt(start + 24), state(slot));
    }

    void put(UUID key, Slot slot, long position, int length) {
        if (slot.state() == FREE) {
            used++;
        }
        write(key, slot, position, length, TAKEN);
    }

    void remove(UUID key, Slot slot) {
        write(key, slot, 0, 0, REMOVED);
    }

    private void write(UUID key, Slot slot, long position, int length, int state) {
        written.clear();
        written.putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .putLong(position)
                .putInt(length)
                .putInt(state)
                .flip();
        file.write(written, slot.number() * SLOT_BYTES);
    }

    /** Returns an index of twice as many pages with the same entries, and closes this one. */
    DiskIndex doubled() {
        DiskIndex larger = create(2 * pages);
        for (long number = 0; number < pages; number++) {
            load(number);
            for (int slot = 0; slot < SLOTS; slot++) {
                copy(slot, larger);
            }
        }
        close();
        return larger;
    }

    private void copy(int slot, DiskIndex larger) {
        if (state(slot) == TAKEN) {
            int start = slot * SLOT_BYTES;
            UUID key = new UUID(page.getLong(start), page.getLong(start + 8));
            larger.put(key, larger.find(key), page.getLong(start + 16), page.getInt(start + 24));
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
