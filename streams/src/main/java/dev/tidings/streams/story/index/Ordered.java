package dev.tidings.streams.story.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Short lists in the order of a number, made anew at each change: nearly all of them have one element for ever, for
 * which there is no smaller list.
 */
final class Ordered {

    private Ordered() {}

    /** Returns an ordered list with an element more. */
    static <T> List<T> with(List<T> list, T added, ToLongFunction<T> number) {
        int place = list.size();
        while (place > 0 && number.applyAsLong(list.get(place - 1)) > number.applyAsLong(added)) {
            place--;
        }
        List<T> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(place, added);
        return List.copyOf(more);
    }

    /** Returns a list without an element of it. */
    static <T> List<T> without(List<T> list, T removed) {
        List<T> less = new ArrayList<>(list);
        less.remove(removed);
        return List.copyOf(less);
    }
}
