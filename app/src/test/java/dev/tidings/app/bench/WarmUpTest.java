package dev.tidings.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    private final WarmUp warmUp = new WarmUp();

    @Test
    void aFallingCostIsNotWarm() {
        addWindows(9, 7, 5, 4);

        assertThat(warmUp.isWarm()).isFalse();
    }

    @Test
    void twoWindowsThatSaveNothingAreWarm() {
        addWindows(9, 4, 4.2);
        assertThat(warmUp.isWarm()).isFalse();

        addWindows(3.95);

        assertThat(warmUp.isWarm()).isTrue();
    }

    @Test
    void aCostThatFallsAgainBeginsAnew() {
        addWindows(9, 9.5, 4);

        assertThat(warmUp.isWarm()).isFalse();
    }

    private void addWindows(double... costs) {
        for (double cost : costs) {
            warmUp.addWindow(cost);
        }
    }
}
