package dev.tidings.streams.boilerplate;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The boilerplate index in a map, for commands and tests. */
final class InMemoryBoilerplateIndex implements BoilerplateIndex {

    private final TreeMap<String, HostBoilerplate> hosts = new TreeMap<>();
    private String cursor = "";

    @Override
    public Optional<HostBoilerplate> hostBoilerplate(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    @Override
    public void put(String host, HostBoilerplate boilerplate) {
        hosts.put(host, boilerplate);
    }

    @Override
    public void forgetHost(String host) {
        hosts.remove(host);
    }

    @Override
    public List<String> hostsAfter(String name, int limit) {
        return hosts.tailMap(name, false).keySet().stream().limit(limit).toList();
    }

    @Override
    public String scanCursor() {
        return cursor;
    }

    @Override
    public void moveCursor(String name) {
        cursor = name;
    }
}
