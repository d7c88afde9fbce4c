package dev.tidings.kafka.settings;

import java.util.Map;

/**
 * Where settings come from, the strongest first.
 *
 * @param flags what the command line sets, by key
 * @param environment the process environment; only names beginning with {@code TIDINGS_} are read
 * @param file the settings file, by key
 * @param fileName name of that file, for messages
 * @param stack addresses of a running local stack, by key; stronger than the defaults only
 */
public record SettingSources(
        Map<String, String> flags,
        Map<String, String> environment,
        Map<String, String> file,
        String fileName,
        Map<String, String> stack) {

    /** Returns sources with flags only. */
    public static SettingSources of(Map<String, String> flags) {
        return new SettingSources(flags, Map.of(), Map.of(), "", Map.of());
    }
}
