package dev.tidings.app.fault.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a ledger says when everything has come to rest.
 *
 * @param ids versions of articles that were planned
 * @param lost those that have not ended where they should, a line each
 * @param doubled those that stand somewhere twice or in two places, a line each
 * @param wrong those that ended in a place that is not theirs, a line each
 */
public record Audit(int ids, List<String> lost, List<String> doubled, List<String> wrong) {

    /** Freezes the lists. */
    public Audit {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
        wrong = List.copyOf(wrong);
    }

    /** Returns all of it, few of each kind; empty when nothing is wrong. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        add(complaints, "lost", lost);
        add(complaints, "doubled", doubled);
        add(complaints, "in a wrong place", wrong);
        return complaints;
    }

    private static void add(List<String> complaints, String what, List<String> lines) {
        if (!lines.isEmpty()) {
            complaints.add(lines.size() + " " + what + ": "
                    + String.join("; ", lines.subList(0, Math.min(5, lines.size()))));
        }
    }
}
