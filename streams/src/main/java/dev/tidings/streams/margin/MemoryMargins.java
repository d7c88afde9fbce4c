package dev.tidings.streams.margin;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Margins in a map, for commands and tests. */
final class MemoryMargins implements MarginMemory {

    private final TreeMap<String, HostMargins> hosts = new TreeMap<>();
    private String cursor = "";

    @Override
    public Optional<HostMargins> margins(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    @Override
    public void put(String host, HostMargins margins) {
        hosts.put(host, margins);
    }

    @Override
    public void forget(String host) {
        hosts.remove(host);
    }

    @Override
    public List<String> after(String name, int limit) {
        return hosts.tailMap(name, false).keySet().stream().limit(limit).toList();
    }

    @Override
    public String cursor() {
        return cursor;
    }

    @Override
    public void moveCursor(String name) {
        cursor = name;
    }
}
