package dev.tidings.kafka.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every reader of every topic is held to: whatever record stands between two good ones, both are taken, and a bad
 * value is told with its reason. A record without a value is a removal and never a failure.
 */
public interface PoisonLaws {

    /** The value of a good event; another number makes another event. */
    byte[] goodValue(int number);

    /** The key of that event. */
    byte[] goodKey(int number);

    /** The value of a good event of another topic. */
    byte[] otherValue();

    /** Gives a record to the reader as production does. */
    void read(byte @Nullable [] key, byte @Nullable [] value);

    /** The numbers of the good events that were taken since the last call, in their order. */
    List<Integer> taken();

    /** The reasons that were given since the last call for records that were not taken, in their order. */
    List<String> reasons();

    /** Whether records of any key are read; a reader of some keys alone has nothing to say of the others. */
    default boolean readsEveryKey() {
        return true;
    }

    @ParameterizedTest
    @EnumSource(Poison.class)
    default void whateverStandsBetweenTwoGoodRecordsBothAreTaken(Poison poison) {
        byte[] good = goodValue(2);

        read(goodKey(1), goodValue(1));
        read(poison.key(goodKey(2)), poison.value(good, otherValue()));
        read(goodKey(3), goodValue(3));

        List<Integer> taken = taken();
        assertThat(taken).contains(1, 3);
        if (!poison.isGood()) {
            assertThat(taken).containsExactly(1, 3);
        }
        if (!poison.isGood() && (readsEveryKey() || Arrays.equals(goodKey(2), poison.key(goodKey(2))))) {
            assertReasons(poison);
        }
    }

    private void assertReasons(Poison poison) {
        List<String> reasons = reasons();
        if (poison.reasons().isEmpty()) {
            assertThat(reasons).isEmpty();
        } else {
            assertThat(reasons)
                    .singleElement()
                    .satisfies(reason -> assertThat(poison.reasons()).contains(reason));
        }
    }
}
