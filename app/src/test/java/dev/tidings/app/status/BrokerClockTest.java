package dev.tidings.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.health.ReceivedHeartbeat;
import dev.tidings.schemas.Heartbeat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerClockTest {

    private static final Instant HERE = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void withoutAnyHeartbeatThisClockHasToDo() {
        assertThat(BrokerClock.now(HERE, "a", List.of())).isEqualTo(HERE);
    }

    @Test
    void aHeartbeatOfThisMachineTellsHowItsClockDiffers() {
        assertThat(BrokerClock.now(HERE, "a", List.of(beat("a", HERE.minusSeconds(5), HERE.plusSeconds(55)))))
                .isEqualTo(HERE.plusSeconds(60));
    }

    @Test
    void theDifferenceOfAnotherMachineSaysNothing() {
        assertThat(BrokerClock.now(HERE, "a", List.of(beat("b", HERE.minusSeconds(90), HERE.minusSeconds(5)))))
                .isEqualTo(HERE);
    }

    @Test
    void itIsNeverEarlierThanWhatTheBrokerHasStamped() {
        assertThat(BrokerClock.now(HERE, "a", List.of(beat("b", HERE, HERE.plusSeconds(30)))))
                .isEqualTo(HERE.plusSeconds(30));
    }

    private static ReceivedHeartbeat beat(String host, Instant sent, Instant received) {
        return new ReceivedHeartbeat(
                Heartbeat.newBuilder()
                        .setProcess("sink/" + host)
                        .setHost(host)
                        .setSent(sent)
                        .build(),
                received);
    }
}
