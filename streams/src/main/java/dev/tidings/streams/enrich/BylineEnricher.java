package dev.tidings.streams.enrich;

import java.util.stream.Stream;

/** Takes over the credits that the source supplied, and finds those the text states, without blanks and repetitions. */
public final class BylineEnricher implements Enricher {

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String algorithm() {
        return CreditFinder.VERSION;
    }

    @Override
    public Annotation enrich(EnricherInput enricherInput) {
        return new Annotation.Credits(Stream.concat(
                        enricherInput.credits().stream(), CreditFinder.findCredits(enricherInput.extraction()).stream())
                .filter(credit -> !credit.name().isBlank())
                .distinct()
                .toList());
    }
}
