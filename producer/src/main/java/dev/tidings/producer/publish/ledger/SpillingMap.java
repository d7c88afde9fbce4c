package dev.tidings.producer.publish.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A map of any size in bounded memory: up to a number of entries it is in the heap, beyond that all of it is in
 * temporary files, which nobody else sees and which end with the process. Keys are name-based UUIDs, whose bits are
 * evenly spread. For one thread.
 */
public final class SpillingMap implements AutoCloseable {

    /** How many entries are held in memory, some ten megabytes of heap; a folder of fewer files needs no disk. */
    private static final int MAX_HELD = 50_000;

    private final int maxHeld;
    private Map<UUID, byte[]> held = new HashMap<>();
    private @Nullable DiskMap spilled;

    /** Makes an empty one that holds as many entries in memory as a publisher may. */
    public SpillingMap() {
        this(MAX_HELD);
    }

    /**
     * Makes an empty one.
     *
     * @param maxHeld how many entries to hold in memory at most
     */
    public SpillingMap(int maxHeld) {
        this.maxHeld = maxHeld;
    }

    /** Returns the value of a key; empty when it has none. */
    public Optional<byte[]> get(UUID key) {
        return spilled == null ? Optional.ofNullable(held.get(key)) : spilled.get(key);
    }

    /** Sets the value of a key. */
    public void put(UUID key, byte[] value) {
        if (spilled != null) {
            spilled.put(key, value);
        } else if (held.size() < maxHeld || held.containsKey(key)) {
            held.put(key, value);
        } else {
            spill().put(key, value);
        }
    }

    /** Removes a key; returns whether it had a value. */
    public boolean remove(UUID key) {
        return spilled == null ? held.remove(key) != null : spilled.remove(key);
    }

    /** Returns the number of entries. */
    public long size() {
        return spilled == null ? held.size() : spilled.size();
    }

    /** Returns how many entries are in memory. */
    public int held() {
        return held.size();
    }

    private DiskMap spill() {
        DiskMap disk = DiskMap.create();
        spilled = disk;
        held.forEach(disk::put);
        held = Map.of();
        return disk;
    }

    /** Removes the files. */
    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }
}
