package dev.tidings.kafka.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Variables of the environment that name a file with the value of a setting: {@code TIDINGS_X_FILE} for {@code
 * TIDINGS_X}. What orchestrators call secrets are files, and a variable is seen by whoever may look at the process.
 */
final class SecretFiles {

    private static final String ENDING = "_FILE";
    /** Settings of Kafka's own whose names end so: their value is the name of the file. */
    private static final Set<String> OWN_FILES = Set.of(
            "TIDINGS_KAFKA_SASL_OAUTHBEARER_ASSERTION_FILE",
            "TIDINGS_KAFKA_SASL_OAUTHBEARER_ASSERTION_PRIVATE_KEY_FILE",
            "TIDINGS_KAFKA_SASL_OAUTHBEARER_ASSERTION_TEMPLATE_FILE");

    private SecretFiles() {}

    /**
     * Returns the variables with the content of the files in the place of their names.
     *
     * @throws SettingsException when a file cannot be read, or both variables are set
     */
    static Map<String, String> resolveFiles(Map<String, String> environment) {
        Map<String, String> resolved = new TreeMap<>(environment);
        environment.forEach((name, file) -> {
            if (name.startsWith("TIDINGS_") && name.endsWith(ENDING) && !OWN_FILES.contains(name)) {
                String variable = name.substring(0, name.length() - ENDING.length());
                if (environment.containsKey(variable)) {
                    throw new SettingsException(variable + " and " + name + " are both set; leave one out");
                }
                resolved.remove(name);
                resolved.put(variable, readSecret(name, file));
            }
        });
        return resolved;
    }

    private static String readSecret(String name, String file) {
        try {
            // Editors end a file by a line end, which is no part of a password.
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw new SettingsException("the file " + file + " that " + name + " names cannot be read ("
                    + e.getClass().getSimpleName() + "); check its name and rights");
        }
    }
}
