package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventDefaultsTest {

    private static final EnrichedArticle BUILT =
            EnrichedArticle.newBuilder().setArticleId("").build();

    private final EventDefaults<EnrichedArticle> defaults = new EventDefaults<>(BUILT, EnrichedArticle::new);

    @Test
    void eventsHoldWhatTheBuilderGivesThem() {
        assertThat(defaults.newEvent()).isEqualTo(BUILT).isNotSameAs(BUILT);
    }

    @Test
    void whatIsSetInOneIsNotSetInTheNext() {
        EnrichedArticle first = defaults.newEvent();
        first.setUri("news/a.txt");

        assertThat(defaults.newEvent().getUri()).isEmpty();
    }
}
