package dev.tidings.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeArgumentTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.ofHours(3));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z,       2026-11-20T10:00:00Z",
        "2026-11-20T10:00Z,          2026-11-20T10:00:00Z",
        "2026-11-20T10:00:00+03:00,  2026-11-20T07:00:00Z",
        "2026-11-20T10:00,           2026-11-20T10:00:00Z",
        "2026-11-20,                 2026-11-20T00:00:00Z",
        "90s,                        2026-11-21T11:58:30Z",
        "2h,                         2026-11-21T10:00:00Z",
        "1h30m,                      2026-11-21T10:30:00Z",
        "7d,                         2026-11-14T12:00:00Z",
        "PT2H,                       2026-11-21T10:00:00Z",
        "p1dt12h,                    2026-11-20T00:00:00Z",
        "1d12h,                      2026-11-20T00:00:00Z",
        "2026-03-29T02:30+01:00,     2026-03-29T01:30:00Z",
        "1970-01-01,                 1970-01-01T00:00:00Z",
        "9999-12-31,                 9999-12-31T00:00:00Z",
        "now,                        2026-11-21T12:00:00Z",
        "Beginning,                  1970-01-01T00:00:00Z"
    })
    void everyFormMeansOneTime(String text, Instant time) {
        assertThat(TimeArgument.parseTime("--since", text, CLOCK)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2", "2026-13-01", "-2h", "h", "2026"})
    void whatIsNoTimeIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> TimeArgument.parseTime("--since", text, CLOCK))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--since " + text + " is no time; give a time (2026-11-21T10:00Z), a date");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01",
                "+999999999-12-31",
                "+999999999-12-31T23:59:59.999999999-18:00",
                "1969-12-31",
                "1969-12-31T23:59:59.999Z",
                "10000-01-01",
                "+10000-01-01",
                "99999d",
                "99999999d",
                "99999999999999d",
                "P106751991167300D"
            })
    void aTimeThatNoRecordCanHaveIsToldWithTheRangeOrAsNoTime(String text) {
        assertThatThrownBy(() -> TimeArgument.parseTime("--since", text, CLOCK))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("--since ")
                .hasMessageMatching(
                        ".*; give a (time from 1970-01-01 to 9999-12-31|duration from 0 to P\\d+D|time \\(.*)");
    }

    @Test
    void twoCallsOfOneClockAgree() {
        assertThat(TimeArgument.parseTime("--from", "2h", CLOCK))
                .isEqualTo(TimeArgument.parseTime("--to", "PT120M", CLOCK));
    }
}
