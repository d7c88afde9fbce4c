package dev.tidings.streams.story.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.group.Events;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final String PARTY = "Later the Adewale Congress of Balogun met Okonjo.";

    @Test
    void whatManyArticlesOfOneLanguageHaveSaysLittleThereHoweverRareItIsAmongAll() {
        double rare = weightOfParty("fr");
        assertThat(rare).isGreaterThan(5);
        assertThat(weightOfParty("yo")).isLessThan(rare / 2);
    }

    /** Returns the weight that a Yoruba and an English article share by a party that many of another language name. */
    private static double weightOfParty(String language) {
        Links links = new Links();
        for (int article = 0; article < 300; article++) {
            count(links, Events.in("en", article, article));
        }
        for (int article = 0; article < 60; article++) {
            count(links, Events.read(PARTY, language, "Latn"));
        }
        return links.compare(
                        links.packFeatures(Events.read("Ana. " + PARTY, "yo", "Latn")),
                        links.packFeatures(Events.read("Today. " + PARTY, "en", "Latn")))
                .sharedWeight();
    }

    private static void count(Links links, EventFeatures features) {
        links.countTerms(links.packFeatures(features), 1);
    }

    @Test
    void countsAreAsBeforeWhenAnArticleHasComeAndGone() {
        Links links = new Links();
        count(links, Events.in("en", 1, 1));
        long before = links.fingerprint();
        LinkFeatures gone = links.packFeatures(Events.in("fr", 2, 2, 3));
        links.countTerms(gone, 1);
        assertThat(links.fingerprint()).isNotEqualTo(before);
        links.countTerms(gone, -1);
        assertThat(links.fingerprint()).isEqualTo(before);
    }

    @Test
    void featuresOfALongArticleAreWhatTheyWereWhenReadAgain() throws IOException {
        LinkFeatures features = new Links().packFeatures(Events.in("sw", 1, 1, 2, 3, 4, 5));
        assertThat(features.keptNames()).isEqualTo(LinkParameters.MAX_NAMES);
        assertThat(features.keyCount()).isEqualTo(LinkParameters.MAX_KEYS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LinkFeatureCodec.writeFeatures(features, new DataOutputStream(bytes));
        LinkFeatures read =
                LinkFeatureCodec.readFeatures(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), "sw");
        assertThat(read).isEqualTo(features);
        for (int key = 0; key < features.keyCount(); key++) {
            assertThat(read.keyAt(key)).isEqualTo(features.keyAt(key));
        }
    }
}
