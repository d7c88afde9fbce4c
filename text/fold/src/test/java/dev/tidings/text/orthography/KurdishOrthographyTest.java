package dev.tidings.text.orthography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KurdishOrthographyTest {

    private static final Path SEEDS = Path.of("..", "..", "seeds");

    @Test
    void hehThatStandsForAeBecomesAe() {
        Map.of(
                        "فهرمانگهی", "فەرمانگەی",
                        "كۆماری", "کۆماری",
                        "پێشهاته", "پێشهاتە",
                        "دهكرێن", "دەکرێن",
                        "خواستى", "خواستی",
                        "مامۆستایهکی", "مامۆستایەکی",
                        "ڕۆژنامهنووسهکه", "ڕۆژنامەنووسەکە",
                        "بهرههم", "بەرهەم",
                        "مههدی", "مەهدی",
                        "بهههشت", "بەهەشت")
                .forEach((typed, meant) ->
                        assertThat(KurdishOrthography.repairText(typed)).isEqualTo(meant));
    }

    @Test
    void consonantHehStays() {
        for (String word : new String[] {"هەولێر", "بانگهێشتی", "شار", "هاوینەهەوار", "جیهان", "ڕاهێنان", "گوناه"}) {
            assertThat(KurdishOrthography.repairText(word)).isEqualTo(word);
        }
    }

    @Test
    void hehBeforeNonJoinerIsTheVowel() {
        assertThat(KurdishOrthography.repairText("ئه\u200cمه\u200c")).isEqualTo("ئەمە");
    }

    @Test
    void allTwentySevenHehsOfTheMixedSampleAreRepairedAndNoOther() throws IOException {
        String text = seed("000_7862ad32163287db.txt");
        String repaired = KurdishOrthography.repairText(text);
        assertThat(count(text, 'ه') - count(repaired, 'ه')).isEqualTo(27);
        assertThat(repaired).contains("ئەردۆغان لەسەر بانگهێشتی", "پێشهاتە ناوچەیی");
    }

    @Test
    void noHehOfTheCleanSampleIsTouched() throws IOException {
        String text = seed("001_0ad0bd1f11616762.txt");
        assertThat(KurdishOrthography.repairText(text)).isEqualTo(text.replace('ى', 'ی'));
    }

    @Test
    void anyStringIsRepairedAndNeverGrows() {
        Random random = new Random(7);
        String letters = "هەاێۆیوبکكي\u200c ھـ1a.\ud83d\ude00";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(20); at > 0; at--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String repaired = KurdishOrthography.repairText(text.toString());
            assertThat(repaired.length()).isLessThanOrEqualTo(text.length());
            assertThat(repaired).doesNotContain("ك", "ي", "ـ");
        }
    }

    private static String seed(String name) throws IOException {
        return Files.readString(SEEDS.resolve(name));
    }

    private static long count(String text, char letter) {
        return text.chars().filter(unit -> unit == letter).count();
    }
}
