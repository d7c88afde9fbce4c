package dev.tidings.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationArgumentTest {

    @ParameterizedTest
    @CsvSource({
        "90m, PT1H30M",
        "2h, PT2H",
        "30d, P30D",
        "P30D, P30D",
        "p1dt1h, P1DT1H",
        "1d1h, P1DT1H",
        "0d, PT0S",
        "0.5s, PT0.5S"
    })
    void everyFormMeansOneDuration(String text, Duration duration) {
        assertThat(DurationArgument.parseDuration("--warm-up", text, "")).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "30", "-P1D", "P-1D", "beginning", "99999999999999999999d"})
    void whatIsNoDurationIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> DurationArgument.parseDuration("--warm-up", text, ", or beginning"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "--warm-up " + text + " is no duration; give a duration (90m, 2h, 30d, P30D), or beginning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P9999999999D", "99999999d"})
    void whatIsLongerThanAllTimesIsRefusedWithTheRange(String text) {
        assertThatThrownBy(() -> DurationArgument.parseDuration("--warm-up", text, ""))
                .isInstanceOf(SettingsException.class)
                .hasMessageEndingWith(" is not possible; give a duration from 0 to P2932896D");
    }
}
