package dev.tidings.streams.store;

import dev.tidings.streams.margin.HostMargins;
import dev.tidings.streams.margin.MarginLine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Margins of a host: version, newest raw time 8 bytes, then of each line its hash 8 bytes, the number of articles, and
 * the tags of these, 4 bytes each, unless the line is established.
 */
final class MarginsValue {

    private static final byte VERSION = 1;

    private MarginsValue() {}

    static byte[] write(HostMargins margins) {
        int tags = margins.lines().stream().mapToInt(MarginsValue::tags).sum();
        ByteBuffer bytes = ByteBuffer.allocate(1 + 8 + margins.lines().size() * (8 + 1) + tags * 4);
        bytes.put(VERSION).putLong(margins.lastSeen());
        for (MarginLine line : margins.lines()) {
            bytes.putLong(line.hash()).put((byte) line.articles());
            if (tags(line) > 0) {
                bytes.putInt(line.first());
            }
            if (tags(line) > 1) {
                bytes.putInt(line.second());
            }
        }
        return bytes.array();
    }

    static HostMargins read(byte[] value) {
        ByteBuffer bytes = Layout.read(value, VERSION, "boilerplate");
        long lastSeen = bytes.getLong();
        List<MarginLine> lines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long hash = bytes.getLong();
            int articles = bytes.get();
            int first = articles < MarginLine.ENOUGH ? bytes.getInt() : 0;
            int second = articles == 2 ? bytes.getInt() : 0;
            lines.add(new MarginLine(hash, articles, first, second));
        }
        return new HostMargins(lastSeen, lines);
    }

    private static int tags(MarginLine line) {
        return line.established() ? 0 : line.articles();
    }
}
