package dev.tidings.streams.boilerplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines seen above and below the articles of one host, those seen last first, no two of one hash. Bounded: the line
 * that has not been seen for longest is dropped.
 *
 * @param lastSeen time of the newest raw record of the host, milliseconds since 1970
 * @param lines at most {@link #MAX_CANDIDATES} that are not established and {@link #MAX_ESTABLISHED} that are
 */
public record HostBoilerplate(long lastSeen, List<BoilerplateLine> lines) {

    /** How many lines are kept of which it is not yet known whether they recur: those of about ten articles. */
    public static final int MAX_CANDIDATES = 96;
    /** How many lines are kept that are boilerplate of the host: several layouts of several sections. */
    public static final int MAX_ESTABLISHED = 64;

    /** Freezes the list. */
    public HostBoilerplate {
        lines = List.copyOf(lines);
    }

    static HostBoilerplate unknownHost(long time) {
        return new HostBoilerplate(time, List.of());
    }

    /** Returns the hashes of the lines that are boilerplate of the host. */
    Set<Long> establishedHashes() {
        return lines.stream()
                .filter(BoilerplateLine::isEstablished)
                .map(BoilerplateLine::hash)
                .collect(Collectors.toSet());
    }

    /** Returns this without a new line, as one that has just been used. */
    HostBoilerplate seenAt(long time) {
        return new HostBoilerplate(Math.max(lastSeen, time), lines);
    }

    /**
     * Returns this after one more article.
     *
     * @param hashes hashes of the lines at its top and bottom, none twice
     * @param tag what tells it from other articles
     */
    HostBoilerplate afterArticle(List<Long> hashes, int tag, long time) {
        Map<Long, BoilerplateLine> known = new HashMap<>();
        lines.forEach(line -> known.put(line.hash(), line));
        List<BoilerplateLine> next = new ArrayList<>();
        for (long hash : hashes) {
            BoilerplateLine before = known.remove(hash);
            next.add(
                    before == null
                            ? BoilerplateLine.seenIn(hash, tag)
                            : before.alsoIn(tag).orElse(before));
        }
        lines.stream().filter(line -> known.containsKey(line.hash())).forEach(next::add);
        return new HostBoilerplate(Math.max(lastSeen, time), boundedLines(next));
    }

    private static List<BoilerplateLine> boundedLines(List<BoilerplateLine> lines) {
        List<BoilerplateLine> kept = new ArrayList<>();
        int established = 0;
        int candidates = 0;
        for (BoilerplateLine line : lines) {
            boolean room = line.isEstablished() ? established++ < MAX_ESTABLISHED : candidates++ < MAX_CANDIDATES;
            if (room) {
                kept.add(line);
            }
        }
        return kept;
    }
}
