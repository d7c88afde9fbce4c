package dev.tidings.streams.topology.analyse;

import dev.tidings.schemas.DateMention;
import dev.tidings.schemas.Description;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Entity;
import dev.tidings.schemas.InfoSource;
import dev.tidings.schemas.Keyword;
import dev.tidings.schemas.Mention;
import dev.tidings.schemas.Published;
import dev.tidings.streams.enrich.Annotation;
import dev.tidings.streams.enrich.name.NamedEntity;
import java.util.List;

/** Writes the annotations of the enrichers into the fields of the event. */
record AnnotationWriter(EnrichedArticle event) implements Annotation.Visitor {

    private static final String SUMMARY = "summary";
    private static final String METADATA = "metadata";

    @Override
    public void visit(Annotation.Counts counts) {
        event.setWordCount(counts.words());
        event.setCharCount(counts.characters());
        event.setSentenceCount(counts.sentences());
        event.setTimeRequired(counts.readingTime().toString());
    }

    @Override
    public void visit(Annotation.Credits credits) {
        event.setInfoSources(credits.credits().stream()
                .map(credit -> new InfoSource(credit.name(), credit.role()))
                .toList());
    }

    @Override
    public void visit(Annotation.Dates dates) {
        dates.published()
                .ifPresent(date -> event.setPublished(
                        new Published(date.iso(), date.precision().publishedCode(), METADATA, date.surface())));
        event.setDates(dates.dates().mentions().stream()
                .map(AnnotationWriter::writtenDate)
                .toList());
    }

    private static DateMention writtenDate(dev.tidings.streams.enrich.date.FoundDate date) {
        return DateMention.newBuilder()
                .setIso(date.iso())
                .setPrecision(date.precision().publishedCode())
                .setCalendar(date.calendar().cldrName())
                .setSurface(date.surface())
                .setStart(date.span().start())
                .setEnd(date.span().end())
                .setRole(date.role().publishedCode())
                .setOrigin(date.isStated() ? "stated" : "inferred")
                .setWeekdayConsistent(date.weekdayConsistent().orElse(null))
                .build();
    }

    @Override
    public void visit(Annotation.Names names) {
        event.setPeople(writtenEntities(names.names().people()));
        event.setOrganisations(writtenEntities(names.names().organisations()));
        event.setPlaces(writtenEntities(names.names().places()));
    }

    private List<Entity> writtenEntities(List<NamedEntity> entities) {
        return entities.stream().map(this::writtenEntity).toList();
    }

    private Entity writtenEntity(NamedEntity entity) {
        return Entity.newBuilder()
                .setName(entity.name())
                .setLabel(entity.label().orElse(null))
                .setType(entity.kind().publishedCode())
                .setLiteral(entity.literal().orElse(null))
                .setRel(entity.relation())
                .setMatchKey(entity.matchKey())
                .setMentions(entity.mentions().stream()
                        .map(span ->
                                new Mention((long) span.start(), (long) span.end(), span.substringOf(event.getText())))
                        .toList())
                .setRelevance(entity.relevance())
                .setOrigin(entity.isKnown() ? "list" : "rule")
                .build();
    }

    @Override
    public void visit(Annotation.Keywords keywords) {
        event.setKeywords(keywords.scoredKeywords().stream()
                .map(scoredKeyword -> new Keyword(scoredKeyword.term(), scoredKeyword.score()))
                .toList());
    }

    @Override
    public void visit(Annotation.Summary summary) {
        if (!summary.sentences().isEmpty()) {
            event.setDescriptions(List.of(new Description(SUMMARY, String.join(" ", summary.sentences()))));
        }
    }
}
