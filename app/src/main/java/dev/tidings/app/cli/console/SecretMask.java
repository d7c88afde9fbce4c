package dev.tidings.app.cli.console;

import dev.tidings.kafka.settings.Secrets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what the settings say is secret out of all that people are told: libraries put values into their messages. Safe
 * for use by many threads.
 */
public final class SecretMask {
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** Adds texts that nobody may see from now on. */
    public void addSecrets(Collection<String> texts) {
        secrets.addAll(texts);
    }

    /** Returns a text without any of them. */
    String maskIn(String text) {
        // The longest first: a password may be a part of a login.
        List<String> longestFirst = secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String secret : longestFirst) {
            masked = masked.replace(secret, Secrets.MASK);
        }
        return masked;
    }
}
