package dev.tidings.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventDefaultsTest {

    private static final EnrichedArticle BUILT =
            EnrichedArticle.newBuilder().setArticleId("").build();

    private final EventDefaults<EnrichedArticle> defaults = new EventDefaults<>(BUILT, EnrichedArticle::new);

    @Test
    void eventsHoldWhatTheBuilderGivesThem() {
        assertThat(defaults.event()).isEqualTo(BUILT).isNotSameAs(BUILT);
    }

    @Test
    void whatIsSetInOneIsNotSetInTheNext() {
        EnrichedArticle first = defaults.event();
        first.setUri("news/a.txt");

        assertThat(defaults.event().getUri()).isEmpty();
    }
}
