package dev.tidings.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.cli.Tidings;
import dev.tidings.app.cli.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests set what the program knows, call commands that exist, and ask for its health where it is served. */
class KubernetesManifestTest {

    private static final Path FILE = Path.of("../docs/kubernetes/tidings.yaml");

    @TempDir
    private Path folder;

    private List<Map<?, ?>> objects;

    @BeforeEach
    void read() throws IOException {
        objects = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(Files.readString(FILE))
                .forEach(object -> objects.add((Map<?, ?>) object));
    }

    @Test
    void everyVariableIsASettingWithAValueThatItTakes() throws IOException {
        Map<String, String> environment = new HashMap<>();
        map(objects.get(0), "data").forEach((name, value) -> environment.put(name.toString(), value.toString()));
        Path login = Files.writeString(folder.resolve("kafka-login"), "a login");
        assertThat(environment.replace("TIDINGS_KAFKA_SASL_JAAS_CONFIG_FILE", login.toString()))
                .isEqualTo("/run/secrets/tidings/kafka-login");
        containers().forEach(container -> {
            Object own = container.get("env");
            if (own != null) {
                list(own)
                        .forEach(variable ->
                                environment.put(map(variable).get("name").toString(), "a-name"));
            }
        });

        CommandRun run = CommandRun.in(folder, environment, "config");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("9464", "TIDINGS_STREAMS_INSTANCE");
    }

    @Test
    void everyContainerRunsACommandThatExists() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(nowhere, nowhere, Map.of(), folder, Integer.MAX_VALUE, false);
        assertThat(containers()).hasSize(3).allSatisfy(container -> {
            String[] line =
                    list(container.get("args")).stream().map(Object::toString).toArray(String[]::new);
            assertThat(Tidings.commandLine(console)
                            .parseArgs(line)
                            .subcommand()
                            .commandSpec()
                            .name())
                    .isEqualTo(container.get("name"));
        });
    }

    @Test
    void healthIsAskedForAtThePortThatServesIt() {
        String port = map(objects.get(0), "data").get("TIDINGS_METRICS_PORT").toString();
        assertThat(containers()).allSatisfy(container -> {
            Map<?, ?> served = map(list(container.get("ports")).get(0));
            assertThat(served.get("containerPort").toString()).isEqualTo(port);
            assertThat(map(map(container, "livenessProbe"), "httpGet"))
                    .isEqualTo(Map.of("path", "/health/live", "port", served.get("name")));
            assertThat(map(map(container, "readinessProbe"), "httpGet"))
                    .isEqualTo(Map.of("path", "/health/ready", "port", served.get("name")));
            assertThat(map(map(container, "resources"), "limits").get("memory")).isNotNull();
        });
    }

    private List<Map<?, ?>> containers() {
        return objects.stream()
                .filter(object -> !object.get("kind").equals("ConfigMap"))
                .map(object -> map(map(map(object, "spec"), "template"), "spec"))
                .<Map<?, ?>>map(pod -> map(list(pod.get("containers")).get(0)))
                .toList();
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return map(Objects.requireNonNull(parent.get(key), key));
    }

    private static Map<?, ?> map(Object node) {
        return (Map<?, ?>) node;
    }

    private static List<?> list(Object node) {
        return (List<?>) node;
    }
}
