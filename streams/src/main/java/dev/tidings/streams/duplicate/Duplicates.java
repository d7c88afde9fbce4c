package dev.tidings.streams.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The desk's decision: what each article is to those that came before it. A function of the sequence of arrivals alone:
 * the same sequence gives the same decisions. For one thread.
 */
public final class Duplicates {

    /** Name and version of the rules, over those of the sketch. */
    public static final String ALGORITHM = Sketcher.ALGORITHM + "/rules4";

    private final Holders holders;
    private final Windows windows;
    private final Judge judge;
    private final Register register;

    /**
     * Makes a desk.
     *
     * @param holders what it remembers; its progress continues there
     * @param windows how long it remembers
     */
    public Duplicates(Holders holders, Windows windows) {
        this.holders = holders;
        this.windows = windows;
        this.judge = new Judge(holders, windows);
        this.register = new Register(holders, windows);
    }

    /** Decides an article and remembers it. */
    public Decision decide(Arrival arrival) {
        DeskProgress before = holders.progress();
        DeskClock clock = before.clock().after(arrival.reference().partition(), arrival.time());
        holders.put(new DeskProgress(before.decisions() + 1, clock));
        register.expire(clock);

        Finding finding = judge.judge(arrival);
        boolean late = finding.lowerRevision() || arrival.time() < clock.time() - windows.millis(Windows.Window.NEAR);
        UUID cluster = finding.rule().verdict().joinsCluster()
                ? finding.cluster().orElse(arrival.articleId())
                : arrival.articleId();
        if (finding.rule() != Rule.REPUBLISHED) {
            register.enter(arrival, finding, cluster);
        }
        return new Decision(before.decisions(), finding.rule(), cluster, finding.match(), late, flags(finding, late));
    }

    private static List<String> flags(Finding finding, boolean late) {
        List<String> flags = new ArrayList<>();
        if (late) {
            flags.add(Decision.LATE);
        }
        if (finding.rule() == Rule.REPUBLISHED) {
            flags.add(Decision.REPUBLISHED);
        }
        return flags;
    }
}
