package dev.tidings.streams.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Applies the rules in order: identity, address, equal text, similar text. Changes nothing. */
final class Judge {

    private static final Comparator<Compared> BEST_FIRST = Comparator.comparing(Compared::rule)
            .thenComparing(compared -> -compared.similarity().score())
            .thenComparing(compared -> compared.holder().time())
            .thenComparing(compared -> compared.holder().reference());

    private final Holders holders;
    private final Candidates candidates;

    Judge(Holders holders, Windows windows) {
        this.holders = holders;
        this.candidates = new Candidates(holders, windows);
    }

    /** A candidate, what it shares with the arrival, and the rule that holds between them. */
    private record Compared(Holder holder, Similarity similarity, Rule rule) {

        ShingleSketch text() {
            return holder.shingles().orElseThrow();
        }

        Compared related() {
            return new Compared(holder, similarity, Rule.RELATED_TEXT);
        }
    }

    Finding judge(Arrival arrival) {
        return byIdentity(arrival)
                .or(() -> byUrl(arrival))
                .or(() -> byFingerprint(arrival))
                .orElseGet(() -> byText(arrival));
    }

    private Optional<Finding> byIdentity(Arrival arrival) {
        Optional<Revisions> revisions = holders.revisions(arrival.articleId());
        if (revisions.isEmpty()) {
            return arrival.revision() > 1 ? Optional.of(afterUnknown(arrival)) : Optional.empty();
        }
        return revisions
                .flatMap(known -> known.same(arrival.revision(), arrival.contentSha256()))
                .map(seen -> finding(Rule.REPUBLISHED, arrival, seen))
                .or(() -> revisions.map(known -> finding(Rule.SAME_ID, arrival, known.current())));
    }

    /** Whoever has the earlier revision must learn of this one, though the desk has forgotten it or never saw it. */
    private static Finding afterUnknown(Arrival arrival) {
        Match previous = new Match(arrival.articleId(), arrival.revision() - 1, Optional.empty(), Optional.empty());
        return new Finding(Rule.SAME_ID, Optional.of(previous), Optional.empty(), false);
    }

    private Finding finding(Rule rule, Arrival arrival, Revisions.Seen seen) {
        Optional<Similarity> similarity =
                holders.holder(seen.reference()).flatMap(holder -> similarity(arrival, holder));
        Match match = new Match(arrival.articleId(), seen.revision(), Optional.of(seen.reference()), similarity);
        boolean lower = rule == Rule.SAME_ID && arrival.revision() < seen.revision();
        return new Finding(rule, Optional.of(match), Optional.of(seen.cluster()), lower);
    }

    private Optional<Finding> byUrl(Arrival arrival) {
        return candidates.sameUrl(arrival).flatMap(holder -> atSameUrl(arrival, holder));
    }

    private Optional<Finding> atSameUrl(Arrival arrival, Holder holder) {
        Optional<Similarity> similarity = similarity(arrival, holder);
        if (arrival.sketch().exact().isPresent() && arrival.sketch().exact().equals(holder.exact())) {
            return Optional.of(Finding.of(Rule.EXACT_FINGERPRINT, holder, similarity));
        }
        boolean reused = similarity.isPresent()
                && TextRules.reused(
                        arrival.sketch().shingles().orElseThrow(),
                        holder.shingles().orElseThrow(),
                        similarity.get());
        return reused ? Optional.empty() : Optional.of(Finding.of(Rule.SAME_URL, holder, similarity));
    }

    private Optional<Finding> byFingerprint(Arrival arrival) {
        return candidates.exact(arrival).stream()
                .min(Comparator.comparingLong(Holder::time).thenComparing(Holder::reference))
                .map(holder -> Finding.of(Rule.EXACT_FINGERPRINT, holder, similarity(arrival, holder)));
    }

    private Finding byText(Arrival arrival) {
        List<Compared> bestFirst = candidates.similar(arrival).stream()
                .flatMap(holder -> compared(arrival, holder).stream())
                .sorted(BEST_FIRST)
                .toList();
        return best(arrival, bestFirst)
                .map(best -> Finding.of(best.rule(), best.holder(), Optional.of(best.similarity())))
                .orElseGet(Finding::nothing);
    }

    /** Looks no further than to the first that holds, since most copies are found with many others. */
    private static Optional<Compared> best(Arrival arrival, List<Compared> bestFirst) {
        List<Compared> judged = new ArrayList<>();
        for (Compared next : bestFirst) {
            boolean holds = !framed(arrival, next, bestFirst);
            judged.add(holds ? next : next.related());
            if (holds) {
                break;
            }
        }
        return judged.stream().min(BEST_FIRST);
    }

    /** One title vouches for its texts; of others, whatever else was found may show that they share a frame and no more. */
    private static boolean framed(Arrival arrival, Compared compared, List<Compared> all) {
        boolean doubtful = compared.rule().verdict().joinsCluster()
                && compared.similarity().titles() != Titles.SAME;
        return doubtful
                && all.stream()
                        .filter(third -> !third.equals(compared))
                        .anyMatch(third -> SharedFrame.shownBy(
                                third.text(),
                                arrival.sketch().shingles().orElseThrow(),
                                compared.text(),
                                compared.similarity()));
    }

    private static Optional<Compared> compared(Arrival arrival, Holder holder) {
        return similarity(arrival, holder).map(similarity -> {
            Rule rule = TextRules.between(
                    arrival.sketch().shingles().orElseThrow(), holder.shingles().orElseThrow(), similarity);
            return new Compared(holder, similarity, rule);
        });
    }

    private static Optional<Similarity> similarity(Arrival arrival, Holder holder) {
        return arrival.sketch()
                .shingles()
                .flatMap(arrived -> holder.shingles().map(held -> Similarity.of(arrived, held)));
    }
}
