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

    /** Numbers under one term, in no order. */
    private static final class Numbers {
        private int[] numbers = new int[4];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        void remove(int number) {
            for (int at = 0; at < size; at++) {
                if (numbers[at] == number) {
                    numbers[at] = numbers[--size];
                    return;
                }
            }
        }
    }

    /**
     * Key in the upper half, in the lower one a number plus one, or the complement of the place of a list, or
     * {@link #FREE}, or {@link #DELETED}: one look into the memory answers.
     */
    private long[] slots = new long[FIRST_SIZE];

    private int used;
    private final List<Numbers> lists = new ArrayList<>();
    private final List<Integer> freeLists = new ArrayList<>();

    /** Returns how many numbers stand under a term. */
    public int countUnder(int key) {
        int value = valueAt(slotOf(key));
        if (value == FREE || value == DELETED) {
            return 0;
        }
        return value > 0 ? 1 : lists.get(~value).size;
    }

    /** Hands over each number under a term, in no order. */
    public void forEachUnder(int key, IntConsumer action) {
        int value = valueAt(slotOf(key));
        if (value > 0) {
            action.accept(value - 1);
        } else if (value != FREE && value != DELETED) {
            Numbers list = lists.get(~value);
            for (int at = 0; at < list.size; at++) {
                action.accept(list.numbers[at]);
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
            lists.get(~value).add(number);
        }
    }

    private int newList(int one, int other) {
        Numbers list = new Numbers();
        list.add(one);
        list.add(other);
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
            Numbers list = lists.get(~value);
            list.remove(number);
            if (list.size == 1) {
                slots[slot] = slot(key, list.numbers[0] + 1);
                freeLists.add(~value);
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
