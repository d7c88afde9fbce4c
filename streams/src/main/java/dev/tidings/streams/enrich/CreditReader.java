package dev.tidings.streams.enrich;

/** Takes over the credits that the source supplied, without blanks and repetitions. */
final class CreditReader implements Enricher {

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public String version() {
        return "supplied/1";
    }

    @Override
    public Finding enrich(Subject subject) {
        return new Finding.Credits(subject.credits().stream()
                .filter(credit -> !credit.name().isBlank())
                .distinct()
                .toList());
    }
}
