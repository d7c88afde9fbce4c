package dev.tidings.streams.enrich.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.enrich.keyword.BestPhrases.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BestPhrasesTest {

    @Test
    void keepsThoseThatSortingAllWouldPutFirst() {
        Random random = new Random(5);
        for (int most : new int[] {1, 7, 300}) {
            List<Phrase> all = new ArrayList<>();
            BestPhrases best = new BestPhrases(most);
            for (int first = 0; first < 200; first++) {
                Phrase phrase = new Phrase(first, first + random.nextInt(3), random.nextInt(20));
                all.add(phrase);
                best.add(phrase.first(), phrase.last(), phrase.score());
            }
            all.sort(Comparator.comparingDouble(Phrase::score).thenComparingInt(Phrase::first));
            assertThat(best.toList()).isEqualTo(all.subList(0, Math.min(most, all.size())));
        }
    }

    @Test
    void ofEqualOnesTheShorterGoesFirstWheneverItComes() {
        BestPhrases best = new BestPhrases(2);
        best.add(4, 6, 1);
        best.add(4, 5, 1);
        best.add(3, 3, 1);
        assertThat(best.toList()).containsExactly(new Phrase(3, 3, 1), new Phrase(4, 5, 1));
    }
}
