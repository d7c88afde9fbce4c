package dev.tidings.streams.story.posting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which strands stand under a term, by numbers that the caller gives them. Most terms have one, which stands in the
 * table itself (open addressing); only of two and more a list is made. For one thread.
 */
public final class PostingTable {

    private static final int FIRST_SIZE = 1 << 12;
    private static final int FREE = 0;
    private static final int DELETED = Integer.MIN_VALUE;

    /**
     * Key in the upper half, in the lower one a number plus one, or the complement of the place of a list, or
     * {@link #FREE}, or {@link #DELETED}: one look into the memory answers.
     */
    private long[] slots = new long[FIRST_SIZE];

    private int used;
    /** Numbers under one term, in no order, behind how many they are. */
    private final List<int[]> lists = new ArrayList<>();

    private final List<Integer> freeLists = new ArrayList<>();

    /** Returns how many numbers stand under a term. */
    public int countUnder(int key) {
        int value = valueAt(slotOf(key));
        if (value == FREE || value == DELETED) {
            return 0;
        }
        return value > 0 ? 1 : lists.get(~value)[0];
    }

    /** Hands over each number under a term, in no order. */
    public void forEachUnder(int key, IntConsumer action) {
        int value = valueAt(slotOf(key));
        if (value > 0) {
            action.accept(value - 1);
        } else if (value != FREE && value != DELETED) {
            int[] list = lists.get(~value);
            for (int at = 1; at <= list[0]; at++) {
                action.accept(list[at]);
            }
        }
    }

    /** Puts a number under a term, under which it does not stand. */
    public void add(int key, int number) {
        int slot = slotOf(key);
        int value = valueAt(slot);
        if (value == FREE || value == DELETED) {
            used += value == FREE ? 1 : 0;
            slots[slot] = slot(key, number + 1);
            growIfFull();
        } else if (value > 0) {
            slots[slot] = slot(key, ~newList(value - 1, number));
        } else {
            lists.set(~value, withAdded(lists.get(~value), number));
        }
    }

    private static int[] withAdded(int[] list, int number) {
        int size = list[0] + 1;
        int[] room = size < list.length ? list : Arrays.copyOf(list, 2 * size);
        room[size] = number;
        room[0] = size;
        return room;
    }

    private int newList(int one, int other) {
        int[] list = {2, one, other, 0};
        if (freeLists.isEmpty()) {
            lists.add(list);
            return lists.size() - 1;
        }
        int place = freeLists.remove(freeLists.size() - 1);
        lists.set(place, list);
        return place;
    }

    /** Takes a number away from under a term. */
    public void remove(int key, int number) {
        int slot = slotOf(key);
        int value = valueAt(slot);
        if (value > 0) {
            slots[slot] = slot(key, DELETED);
        } else if (value != FREE && value != DELETED) {
            int[] list = lists.get(~value);
            removeFrom(list, number);
            if (list[0] == 1) {
                slots[slot] = slot(key, list[1] + 1);
                freeLists.add(~value);
            }
        }
    }

    private static void removeFrom(int[] list, int number) {
        for (int at = 1; at <= list[0]; at++) {
            if (list[at] == number) {
                list[at] = list[list[0]];
                list[0]--;
                return;
            }
        }
    }

    private static long slot(int key, int value) {
        return (long) key << Integer.SIZE | Integer.toUnsignedLong(value);
    }

    private int valueAt(int slot) {
        return (int) slots[slot];
    }

    private int keyAt(int slot) {
        return (int) (slots[slot] >>> Integer.SIZE);
    }

    /** Returns the slot of a key, or the first free one it may stand in. */
    private int slotOf(int key) {
        int mask = slots.length - 1;
        int slot = key & mask;
        while (valueAt(slot) != FREE && keyAt(slot) != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growIfFull() {
        if (used <= slots.length / 3 * 2) {
            return;
        }
        long[] old = slots;
        long live = Arrays.stream(old).filter(PostingTable::isLive).count();
        slots = new long[live * 3 > old.length ? old.length * 2 : old.length];
        used = 0;
        for (long entry : old) {
            if (isLive(entry)) {
                slots[slotOf((int) (entry >>> Integer.SIZE))] = entry;
                used++;
            }
        }
    }

    private static boolean isLive(long entry) {
        return (int) entry != FREE && (int) entry != DELETED;
    }
}
