package dev.tidings.app.eval.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidings.app.eval.stories.LogisticRegression.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

    @Test
    void findsTheOddsThatTheExamplesHave() {
        // One in four without evidence, three in four with it: the odds are 1/3 and 3.
        List<Example> examples = new ArrayList<>();
        for (int round = 0; round < 1_000; round++) {
            examples.add(new Example(new double[] {1, 0}, round % 4 == 0));
            examples.add(new Example(new double[] {1, 1}, round % 4 != 0));
        }
        double[] weights = LogisticRegression.fit(examples);
        assertThat(weights[0]).isEqualTo(-Math.log(3), within(1e-4));
        assertThat(weights[1]).isEqualTo(2 * Math.log(3), within(1e-4));
        assertThat(LogisticRegression.meanLogLoss(examples, weights)).isEqualTo(0.5623, within(1e-4));
    }

    @Test
    void endsOnExamplesThatALineSeparates() {
        List<Example> examples = new ArrayList<>();
        for (int at = 0; at < 100; at++) {
            examples.add(new Example(new double[] {1, at / 100.0, 0}, at >= 50));
        }
        double[] weights = LogisticRegression.fit(examples);
        assertThat(weights).doesNotContain(Double.NaN);
        assertThat(weights[2]).isZero();
        assertThat(examples).allMatch(example -> example.logit(weights) > 0 == example.positive());
    }
}
