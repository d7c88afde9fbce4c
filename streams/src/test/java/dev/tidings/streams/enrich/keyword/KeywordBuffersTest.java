package dev.tidings.streams.enrich.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeywordBuffersTest {

    @Test
    void whatATextWasReadAfterDoesNotChangeItsKeywords() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 50; round++) {
            String text = randomText(random, 1 + random.nextInt(400));
            List<ScoredKeyword> afterOthers = keywordsOf(text);
            assertThat(afterOthers).isNotEmpty().isEqualTo(onNewThread(text));
            assertThat(keywordsOf(randomText(random, 3_000))).hasSize(10);
        }
    }

    @Test
    void aPairCountsOnceForEachOfItsWords() {
        NeighbourCounts neighbours = new NeighbourCounts();
        for (int text = 0; text < 2; text++) {
            neighbours.clear(10);
            for (int word = 0; word < 1_000; word++) {
                int pair = neighbours.pairOf(word, word + 1);
                assertThat(neighbours.addBefore(pair)).isTrue();
                assertThat(neighbours.addBefore(pair)).isFalse();
                assertThat(neighbours.addAfter(pair)).isTrue();
                assertThat(neighbours.addAfter(neighbours.pairOf(word, word + 1)))
                        .isFalse();
            }
        }
    }

    private static List<ScoredKeyword> onNewThread(String text) throws InterruptedException {
        List<ScoredKeyword> keywords = new ArrayList<>();
        Thread thread = new Thread(() -> keywords.addAll(keywordsOf(text)));
        thread.start();
        thread.join();
        return keywords;
    }

    private static List<ScoredKeyword> keywordsOf(String text) {
        return KeywordFinder.findKeywords(Prose.of(Tokens.of(text), "en"));
    }

    private static String randomText(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < words; word++) {
            text.append(word(random.nextInt(300))).append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.append("lighthouse.").toString();
    }

    private static String word(int number) {
        char first = (char) ('b' + number % 17);
        char last = (char) ('b' + number / 17);
        return "k" + first + "urn" + last + "el";
    }
}
