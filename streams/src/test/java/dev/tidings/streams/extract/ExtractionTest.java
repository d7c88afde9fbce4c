package dev.tidings.streams.extract;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtractionTest {

    @Test
    void blocksThatDoNotTileTheTextAreRefused() {
        refuses("abc", new Block(1, 3, BlockRole.PARAGRAPH));
        refuses("abc", new Block(0, 2, BlockRole.PARAGRAPH));
        refuses("abc", new Block(0, 2, BlockRole.PARAGRAPH), new Block(1, 3, BlockRole.PARAGRAPH));
        refuses("abc");
    }

    @Test
    void anEmptyBlockIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Block(2, 2, BlockRole.PARAGRAPH));
    }

    private static void refuses(String text, Block... blocks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extraction(text, List.of(blocks), Optional.empty(), "test", List.of()));
    }
}
