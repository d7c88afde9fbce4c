package dev.tidings.text.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimplifiedChineseTest {

    private static final String VARIANTS = "# Variants";

    @Test
    void charactersBecomeWhatIcuMakesOfThemUnlessTheyAreVariants() throws IOException {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        Set<Integer> variants = new HashSet<>();
        variantLines().forEach(line -> line.chars().forEach(variants::add));
        Map<String, String> others = new HashMap<>();
        for (int character = 0x3400; character < 0xa000; character++) {
            String text = Character.toString(character);
            String expected = icu.transliterate(text);
            boolean single = expected.length() == 1 && expected.charAt(0) >= 0x3400 && expected.charAt(0) < 0xa000;
            if (single
                    && !variants.contains(character)
                    && !SimplifiedChinese.convert(text).equals(expected)) {
                others.put(text, expected);
            }
        }

        assertThat(others)
                .as("what a new ICU makes of them; taking it over is another script version")
                .isEmpty();
    }

    @Test
    void variantsOfALineAreOne() throws IOException {
        for (String line : variantLines()) {
            assertThat(SimplifiedChinese.convert(line))
                    .isEqualTo(line.substring(0, 1).repeat(line.length()));
        }
    }

    @Test
    void simplifyingTwiceIsSimplifyingOnce() {
        for (int character = 0x3400; character < 0xa000; character++) {
            String once = SimplifiedChinese.convert(Character.toString(character));

            assertThat(SimplifiedChinese.convert(once)).isSameAs(once);
        }
    }

    private static List<String> variantLines() throws IOException {
        try (InputStream in = SimplifiedChinese.class.getResourceAsStream("simplified.txt")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .dropWhile(line -> !line.startsWith(VARIANTS))
                    .skip(1)
                    .toList();
        }
    }
}
