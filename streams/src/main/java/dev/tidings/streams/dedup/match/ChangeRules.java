package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.change.ChangeKind;
import dev.tidings.streams.dedup.change.Headline;
import dev.tidings.streams.dedup.change.TextChange;
import dev.tidings.streams.dedup.sketch.HashSample;
import dev.tidings.streams.dedup.sketch.ShingleSketch;
import java.util.List;

/** Decides what a text is that is another one's copy, or its longer version, but for what it tells anew. */
final class ChangeRules {

    private ChangeRules() {}

    /** Returns whether what changed decides about texts between which a rule holds. */
    static boolean apply(Rule rule) {
        return rule == Rule.NEAR || rule == Rule.CONTAINED || rule == Rule.EXPANSION;
    }

    /** Returns the rule that holds between two texts after what changed. */
    static Rule ruleAfter(Rule rule, TextChange change, Similarity similarity) {
        if (change.isNothing()) {
            return rule == Rule.EXPANSION ? Rule.NOTHING_ADDED : rule;
        }
        if (rule == Rule.EXPANSION) {
            return rule;
        }
        if (change.kinds().contains(ChangeKind.NAMES) && hasOtherTitle(similarity)) {
            return Rule.SAME_FORM;
        }
        return change.changesFacts() ? Rule.FACTS_CHANGED : Rule.ADDED_TEXT;
    }

    private static boolean hasOtherTitle(Similarity similarity) {
        return similarity.titleAgreement() == TitleAgreement.ALIKE
                || similarity.titleAgreement() == TitleAgreement.OTHER;
    }

    /** Returns what a headline is to those of the texts known before, of which the first is the one it is matched with. */
    static Headline headline(ShingleSketch incoming, List<ShingleSketch> known) {
        return known.stream().anyMatch(text -> headline(incoming, text) == Headline.SAME)
                ? Headline.SAME
                : headline(incoming, known.get(0));
    }

    private static Headline headline(ShingleSketch incoming, ShingleSketch indexed) {
        HashSample first = incoming.title();
        HashSample second = indexed.title();
        int shared = first.countShared(second);
        int more = first.countLackingIn(second);
        int fewer = second.countLackingIn(first);
        if (shared > 0 && Math.min(more, fewer) == 0) {
            return Headline.SAME;
        }
        // Who writes a headline anew needs more or fewer words, or changes more of them.
        boolean edited = more == fewer
                && more <= DuplicateThresholds.MAX_EDITED_TITLE_WORDS
                && shared >= DuplicateThresholds.MIN_TITLE_TOKENS;
        return edited ? Headline.EDITED : Headline.OTHER;
    }
}
