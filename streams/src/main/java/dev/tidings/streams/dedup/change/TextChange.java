package dev.tidings.streams.dedup.change;

import dev.tidings.streams.dedup.trace.TracedSentence;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an incoming text tells that earlier ones do not.
 *
 * @param newShare share of its words that none of them has, 0 to 1; no number when it was not asked
 * @param newSentences the sentences of which more than half is new, or that state another number, in order
 * @param numbersBefore numbers of the matched text that it lacks, as people write them
 * @param numbersAfter its numbers that no earlier text has
 * @param namesBefore names that the matched text repeats most and it does not repeat; empty unless names changed
 * @param namesAfter its names that no earlier text repeats; empty unless names changed
 * @param kinds what changed; nothing when a reader of the earlier texts would learn next to nothing
 */
public record TextChange(
        double newShare,
        List<TracedSentence> newSentences,
        List<String> numbersBefore,
        List<String> numbersAfter,
        List<String> namesBefore,
        List<String> namesAfter,
        Set<ChangeKind> kinds) {

    /** It was not asked what changed. */
    public static final TextChange UNMEASURED =
            new TextChange(Double.NaN, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

    /** Freezes the lists; the kinds are in the order of their declaration. */
    public TextChange {
        newSentences = List.copyOf(newSentences);
        numbersBefore = List.copyOf(numbersBefore);
        numbersAfter = List.copyOf(numbersAfter);
        namesBefore = List.copyOf(namesBefore);
        namesAfter = List.copyOf(namesAfter);
        kinds = Collections.unmodifiableSet(kinds.isEmpty() ? EnumSet.noneOf(ChangeKind.class) : EnumSet.copyOf(kinds));
    }

    /** Returns the kinds as they stand in headers, with commas between; the empty text for none. */
    public String publishedCodes() {
        return kinds.stream().map(ChangeKind::publishedCode).collect(Collectors.joining(","));
    }

    /** Returns whether it was asked what changed. */
    public boolean isMeasured() {
        return !Double.isNaN(newShare);
    }

    /** Returns whether it tells nothing that is worth telling. */
    public boolean isNothing() {
        return kinds.isEmpty();
    }

    /** Returns whether something is told otherwise than before, and not only more. */
    public boolean changesFacts() {
        return kinds.stream().anyMatch(kind -> kind != ChangeKind.ADDED);
    }
}
