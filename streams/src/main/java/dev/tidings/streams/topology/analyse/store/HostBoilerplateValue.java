package dev.tidings.streams.topology.analyse.store;

import dev.tidings.streams.boilerplate.BoilerplateLine;
import dev.tidings.streams.boilerplate.HostBoilerplate;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The boilerplate of a host as bytes: version, newest raw time 8 bytes, then of each line its hash 8 bytes, the number
 * of articles 1 byte, and the tags of these articles, 4 bytes each, unless the line is established.
 */
public final class HostBoilerplateValue {

    private static final byte VERSION = 1;

    private HostBoilerplateValue() {}

    public static byte[] toBytes(HostBoilerplate boilerplate) {
        int tags = boilerplate.lines().stream()
                .mapToInt(HostBoilerplateValue::readTags)
                .sum();
        ByteBuffer bytes = ByteBuffer.allocate(1 + 8 + boilerplate.lines().size() * (8 + 1) + tags * 4);
        bytes.put(VERSION).putLong(boilerplate.lastSeen());
        for (BoilerplateLine line : boilerplate.lines()) {
            bytes.putLong(line.hash()).put((byte) line.articles());
            if (readTags(line) > 0) {
                bytes.putInt(line.first());
            }
            if (readTags(line) > 1) {
                bytes.putInt(line.second());
            }
        }
        return bytes.array();
    }

    public static HostBoilerplate fromBytes(byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, "boilerplate");
        long lastSeen = bytes.getLong();
        List<BoilerplateLine> lines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long hash = bytes.getLong();
            int articles = bytes.get();
            int first = articles < BoilerplateLine.ENOUGH ? bytes.getInt() : 0;
            int second = articles == 2 ? bytes.getInt() : 0;
            lines.add(new BoilerplateLine(hash, articles, first, second));
        }
        return new HostBoilerplate(lastSeen, lines);
    }

    private static int readTags(BoilerplateLine line) {
        return line.isEstablished() ? 0 : line.articles();
    }
}
