package dev.tidings.streams.story.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The copies of the articles that are remembered: a copy is where its original is, and forgotten with it. For one
 * thread.
 */
public final class CarriedCopies {

    private final StoryJournal journal;
    private final Map<String, CarriedCopy> byId = new HashMap<>();
    private final Map<Long, List<CarriedCopy>> byOriginal = new HashMap<>();
    private final PriorityQueue<Integer> freeSlots = new PriorityQueue<>();
    private int slots;

    CarriedCopies(StoryJournal journal) {
        this.journal = journal;
    }

    /** Fills it, when it is empty, with copies whose originals are remembered. */
    void restore(Collection<CarriedCopy> stored) {
        stored.forEach(this::enter);
        slots = stored.stream().mapToInt(copy -> copy.slot() + 1).max().orElse(0);
        boolean[] taken = new boolean[slots];
        stored.forEach(copy -> taken[copy.slot()] = true);
        for (int slot = 0; slot < slots; slot++) {
            if (!taken[slot]) {
                freeSlots.add(slot);
            }
        }
    }

    /** Returns the copies of an article, by its sequence. */
    public List<CarriedCopy> copiesOf(long original) {
        return byOriginal.getOrDefault(original, List.of());
    }

    /** Returns the id of the article that something is a copy of; empty for what is no copy. */
    public Optional<String> originalOf(String copyId) {
        return Optional.ofNullable(byId.get(copyId)).map(CarriedCopy::originalId);
    }

    /**
     * Remembers a copy and writes it; of one that is remembered, where it is now.
     *
     * @return false when nothing is new
     */
    public boolean addCopy(String copyId, String source, StoryArticle original) {
        CarriedCopy known = byId.get(copyId);
        if (known != null
                && known.original() == original.sequence()
                && known.source().equals(source)) {
            return false;
        }
        int slot = known == null ? takeSlot() : known.slot();
        if (known != null) {
            leave(known);
        }
        CarriedCopy copy = new CarriedCopy(copyId, slot, source, original.id(), original.sequence());
        enter(copy);
        journal.putCopy(copy);
        return true;
    }

    private int takeSlot() {
        Integer free = freeSlots.poll();
        return free == null ? slots++ : free;
    }

    /** Forgets a copy that has become an article of its own; does nothing for what is none. */
    void removeCopy(String copyId) {
        CarriedCopy known = byId.get(copyId);
        if (known != null) {
            leave(known);
            freeSlots.add(known.slot());
            journal.removeCopy(known.slot());
        }
    }

    /** Moves the copies of an article to what has taken its place, and writes them. */
    public void moveCopies(long original, StoryArticle successor) {
        List.copyOf(copiesOf(original)).forEach(copy -> addCopy(copy.id(), copy.source(), successor));
    }

    /** Forgets the copies of an article that is forgotten; what is written of them nobody reads any more. */
    void forgetCopies(long original) {
        for (CarriedCopy copy : List.copyOf(copiesOf(original))) {
            leave(copy);
            freeSlots.add(copy.slot());
        }
    }

    private void enter(CarriedCopy copy) {
        byId.put(copy.id(), copy);
        byOriginal.computeIfAbsent(copy.original(), any -> new ArrayList<>(1)).add(copy);
    }

    private void leave(CarriedCopy copy) {
        byId.remove(copy.id());
        List<CarriedCopy> copies = byOriginal.getOrDefault(copy.original(), List.of());
        copies.remove(copy);
        if (copies.isEmpty()) {
            byOriginal.remove(copy.original());
        }
    }

    /** Returns a number for the whole; equal ones have the same. */
    long fingerprint() {
        long print = 1;
        for (CarriedCopy copy : byId.values().stream()
                .sorted(Comparator.comparingInt(CarriedCopy::slot))
                .toList()) {
            print = print * 31 + copy.hashCode();
        }
        return print;
    }
}
