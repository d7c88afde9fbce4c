package dev.tidings.app.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images that docker-compose.yml and the Dockerfile name, so that what is tested is what is run.
 *
 * @param broker image of the broker
 * @param registry image of the schema registry
 * @param java image that the one of Tidings is made from
 */
record Images(String broker, String registry, String java) {

    private static final Pattern BROKER = Pattern.compile("image: \\$\\{KAFKA_IMAGE:-(\\S+)}");
    private static final Pattern REGISTRY = Pattern.compile("image: (\\S+registry\\S+)");
    private static final Pattern JAVA = Pattern.compile("(?m)^FROM (\\S+)");

    /** Reads them in a folder; a variable of the environment stands above the default, as in compose. */
    static Images in(Path home, Map<String, String> environment) {
        String compose = text(home.resolve("docker-compose.yml"));
        return new Images(
                environment.getOrDefault("KAFKA_IMAGE", first(BROKER, compose)),
                first(REGISTRY, compose),
                first(JAVA, text(home.resolve("Dockerfile"))));
    }

    List<String> all() {
        return List.of(broker, registry, java);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern);
        }
        return matcher.group(1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
