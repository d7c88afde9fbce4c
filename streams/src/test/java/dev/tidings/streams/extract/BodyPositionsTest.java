package dev.tidings.streams.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyPositionsTest {

    @Test
    void everyUnitOfTheBodyIsFoundInTheText() {
        String text = "Headline\n\n  First part.\n\nAdvertisement\n\nSecond part.  \n";
        List<TextBlock> blocks = List.of(
                new TextBlock(0, 10, TextBlockRole.HEADLINE),
                new TextBlock(10, 25, TextBlockRole.PARAGRAPH),
                new TextBlock(25, 40, TextBlockRole.BOILERPLATE),
                new TextBlock(40, text.length(), TextBlockRole.PARAGRAPH));
        Extraction extraction =
                new Extraction(text, blocks, Optional.empty(), "test", List.of(), DocumentMetadata.NONE);

        String body = extraction.body();
        BodyPositions positions = extraction.bodyPositions();

        for (String part : List.of("First part.", "Second part.")) {
            int start = positions.inText(body.indexOf(part));
            assertThat(text.substring(start, start + part.length())).isEqualTo(part);
        }
    }
}
