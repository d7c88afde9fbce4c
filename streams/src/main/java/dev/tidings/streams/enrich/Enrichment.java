package dev.tidings.streams.enrich;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs enrichers one after the other; one that fails does not keep the others from their work. */
public final class Enrichment {

    private final List<Enricher> enrichers;

    /** Makes it of enrichers in the order they run. */
    public Enrichment(List<Enricher> enrichers) {
        this.enrichers = List.copyOf(enrichers);
    }

    /** Returns the enrichers of Tidings. */
    public static Enrichment standard() {
        return new Enrichment(List.of(
                new TextCounter(),
                new CreditReader(),
                new DateReader(),
                new NameReader(),
                new KeywordReader(),
                new SummaryReader()));
    }

    /** Returns the version of each enricher, by its name. */
    public Map<String, String> versions() {
        return enrichers.stream().collect(Collectors.toMap(Enricher::name, Enricher::version));
    }

    /** Returns one outcome for each enricher, in their order. */
    public List<Outcome> of(Subject subject) {
        return enrichers.stream().map(enricher -> outcome(enricher, subject)).toList();
    }

    // Whatever an enricher trips over in the text of the world, the article is worth more than its word count.
    private static Outcome outcome(Enricher enricher, Subject subject) {
        try {
            Finding finding = enricher.enrich(subject);
            return new Outcome(enricher.name(), enricher.version(), Outcome.OK, Optional.of(finding));
        } catch (RuntimeException | StackOverflowError e) {
            String reason = e.getClass().getSimpleName();
            return new Outcome(enricher.name(), enricher.version(), reason, Optional.empty());
        }
    }
}
