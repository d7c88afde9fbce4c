package dev.tidings.consumer.subscribe.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What Tidings says of itself beside an offset that it commits, in the metadata that Kafka keeps with it: {@code
 * sink;place=...;store=...}. Groups of others, and of versions before this, say nothing there.
 *
 * @param kind who committed: {@link #SINK} or {@link #SUBSCRIPTION}; empty when nobody says
 * @param fields further things by name
 */
public record CommitNote(String kind, Map<String, String> fields) {

    /** A sink: the fields {@code store} and {@code place} name its store. */
    public static final String SINK = "sink";

    /** A subscription: the field {@code partitions} says how many its topic had. */
    public static final String SUBSCRIPTION = "subscription";

    /** Freezes the fields. */
    public CommitNote {
        fields = Map.copyOf(fields);
    }

    /** Reads a note; what is none becomes one that says nothing. */
    public static CommitNote parseNote(String metadata) {
        String[] parts = metadata.split(";", -1);
        if (!parts[0].equals(SINK) && !parts[0].equals(SUBSCRIPTION)) {
            return new CommitNote("", Map.of());
        }
        Map<String, String> fields = new TreeMap<>();
        Arrays.stream(parts).skip(1).forEach(field -> {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), decodeText(field.substring(equals + 1)));
            }
        });
        return new CommitNote(parts[0], fields);
    }

    private static String decodeText(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Returns a field; empty when the note has none of that name. */
    public Optional<String> findField(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Returns the text that {@link #parseNote} reads. */
    public String toMetadata() {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> ";" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("", kind, ""));
    }
}
