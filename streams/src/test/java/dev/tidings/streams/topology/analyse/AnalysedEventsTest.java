package dev.tidings.streams.topology.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.topology.AnalyseDriver;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The features made of an event are those that the stages made of the article. */
class AnalysedEventsTest {

    private AnalyseDriver analyse;

    @BeforeEach
    void open() {
        analyse = new AnalyseDriver(Topics.of(Topics.DEFAULT_PREFIX), AnalysisStages.standard());
    }

    @AfterEach
    void close() {
        analyse.close();
    }

    @ParameterizedTest
    @EnumSource(Seeds.class)
    void ofATextInWhateverLanguage(Seeds seed) {
        assertThatFeaturesAreThoseOfTheStages(AnalyseDriver.rawArticle(seed.bytes()));
    }

    @Test
    void ofAPageWithADateThatOthersAreCountedFrom() {
        String page = """
                <html lang="en"><head><title>Bridge of the north opened - The Paper</title>
                <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge of the north opened",
                "datePublished": "2021-09-29T14:05:00+03:00"}</script></head><body><article>
                <h1>Bridge of the north opened</h1><figure><figcaption>The bridge yesterday</figcaption></figure>
                <p>The mayor of London has opened the bridge of the north yesterday, and many people were there to see
                what 37 engineers had built over two long years, said Maria Gonzalez on Monday.</p>
                <p>It is said to carry forty thousand cars a day, which is twice of what the old one could bear.</p>
                </article></body></html>
                """;
        assertThatFeaturesAreThoseOfTheStages(RawArticle.newBuilder(AnalyseDriver.rawArticle(page.getBytes(UTF_8)))
                .setMediaType("text/html")
                .setSourceFormat(SourceFormat.HTML)
                .setUrl("https://paper.example/bridge.html")
                .build());
    }

    private void assertThatFeaturesAreThoseOfTheStages(RawArticle raw) {
        analyse.pipe(raw);
        Analysed analysed = analyse.analysed();

        byte[] remade = FeatureCodec.toBytes(AnalysedEvents.featuresOf(analyse.article(analysed)));
        assertThat(ByteBuffer.wrap(remade)).isEqualTo(analysed.getStoryFeatures());
        assertThat(FeatureCodec.isFormer(analysed.getStoryFeatures())).isFalse();
    }
}
