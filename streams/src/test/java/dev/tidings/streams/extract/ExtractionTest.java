package dev.tidings.streams.extract;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    @Test
    void blocksThatDoNotTileTheTextAreRefused() {
        refuses("abc", new TextBlock(1, 3, TextBlockRole.PARAGRAPH));
        refuses("abc", new TextBlock(0, 2, TextBlockRole.PARAGRAPH));
        refuses("abc", new TextBlock(0, 2, TextBlockRole.PARAGRAPH), new TextBlock(1, 3, TextBlockRole.PARAGRAPH));
        refuses("abc");
    }

    @Test
    void anEmptyBlockIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TextBlock(2, 2, TextBlockRole.PARAGRAPH));
    }

    private static void refuses(String text, TextBlock... blocks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extraction(text, List.of(blocks), Optional.empty(), "test", List.of()));
    }
}
