package dev.tidings.app.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that goes wrong, and what has to hold nevertheless.
 *
 * @param name of the scenario
 * @param promise what it proves, a sentence for the table
 * @param faults how many faults have to be brought about; with fewer it has proved nothing
 * @param place where it takes place
 * @param obstacle why it cannot take place on this machine; empty when it can
 * @param script brings the faults about, while articles come
 */
record Scenario(
        String name, String promise, int faults, Place place, Supplier<Optional<String>> obstacle, Script script) {

    /** What a scenario does. */
    interface Script {
        /** Brings the faults about, and leaves everything running. */
        void play(Arena arena) throws Exception;
    }

    /** Where scenarios take place. */
    enum Place {
        /** A stack of one broker, on which all scenarios of this kind follow one another. */
        LONE,
        /** The same, with processes of the version before at the beginning. */
        UPGRADE,
        /** The same without exactly-once: the check has to fail. */
        CONTROL,
        /** Three brokers. */
        THREE
    }

    static Scenario on(Place place, String name, int faults, String promise, Script script) {
        return new Scenario(name, promise, faults, place, Optional::empty, script);
    }

    Scenario unless(Supplier<Optional<String>> reason) {
        return new Scenario(name, promise, faults, place, reason, script);
    }

    /** Returns all of them, in the order in which they take place. */
    static List<Scenario> all() {
        return java.util.stream.Stream.of(
                        ProcessFaults.scenarios(),
                        BrokerFaults.scenarios(),
                        MachineFaults.scenarios(),
                        TransactionFaults.scenarios(),
                        ClockFaults.scenarios(),
                        OtherVersions.scenarios(),
                        ClusterFaults.scenarios())
                .flatMap(List::stream)
                .toList();
    }
}
