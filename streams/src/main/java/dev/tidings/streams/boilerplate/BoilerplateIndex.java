package dev.tidings.streams.boilerplate;

import java.util.List;
import java.util.Optional;

/**
 * The index of the boilerplate of hosts: a table of hosts and a cursor, without a rule in them. For use by one thread
 * at a time; what was put is seen by the next call.
 */
public interface BoilerplateIndex {

    /** Returns the boilerplate of a host; empty when the host is not known. */
    Optional<HostBoilerplate> hostBoilerplate(String host);

    /** Replaces the boilerplate of a host. */
    void put(String host, HostBoilerplate boilerplate);

    /** Removes a host, if it is known. */
    void forgetHost(String host);

    /**
     * Returns the hosts that stand behind a name, in the order of their characters.
     *
     * @param name a host or any other text; the empty text stands before all
     * @param limit how many at most
     */
    List<String> hostsAfter(String name, int limit);

    /**
     * Returns the cursor: the name up to which hosts have last been looked through for expired ones; the empty text at
     * first.
     */
    String scanCursor();

    /** Replaces the cursor. */
    void moveCursor(String name);

    /** Returns an empty index in memory. */
    static BoilerplateIndex inMemory() {
        return new InMemoryBoilerplateIndex();
    }
}
