package dev.tidings.streams.boilerplate;

import java.util.List;
import java.util.Optional;

/**
 * What is remembered of the margins of hosts: plain tables, without a rule in them. For use by one thread at a time; what
 * was put is seen by the next call.
 */
public interface BoilerplateIndex {

    /** Returns the margins of a host; empty when it is not known. */
    Optional<HostBoilerplate> hostBoilerplate(String host);

    /** Replaces the margins of a host. */
    void put(String host, HostBoilerplate boilerplate);

    /** Forgets a host, if it is known. */
    void forgetHost(String host);

    /**
     * Returns the hosts that stand behind a name, in the order of their characters.
     *
     * @param name a host or any other text; the empty text stands before all
     * @param limit how many at most
     */
    List<String> hostsAfter(String name, int limit);

    /** Returns the name up to which hosts have last been looked through; the empty text at first. */
    String scanCursor();

    /** Replaces that name. */
    void moveCursor(String name);

    /** Returns tables in memory, empty. */
    static BoilerplateIndex inMemory() {
        return new InMemoryBoilerplateIndex();
    }
}
