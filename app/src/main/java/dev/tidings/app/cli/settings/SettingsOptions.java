package dev.tidings.app.cli.settings;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Secrets;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * The options by which every command takes settings; together with the environment and a file they make
 * {@link Settings}.
 */
public final class SettingsOptions {
    /** Names settings from a file as strong as options; the way from {@code up} to its services. */
    public static final String GIVEN_FILE = "--given-settings";

    @Option(
            names = GIVEN_FILE,
            hidden = true,
            description = "Settings file that is as strong as -X; no other one is read then.")
    Optional<Path> givenFile = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings file (else $$TIDINGS_CONFIG, or tidings.properties).")
    Optional<Path> file = Optional.empty();

    @Option(
            names = {"-X", "--set"},
            paramLabel = "KEY=VALUE",
            description = "Sets one setting ('tidings config'), or kafka.*, registry.*.")
    Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of stack, state and default store (data.dir).")
    Optional<Path> data = Optional.empty();

    /**
     * Resolves all settings. A running local stack is stronger than the defaults only.
     *
     * @param console has the environment
     * @param flags further settings from options, the strongest of all
     */
    public Settings resolveSettings(Console console, Map<String, String> flags) {
        Map<String, String> strongest = new LinkedHashMap<>();
        givenFile.map(SettingsFile::readFile).ifPresent(strongest::putAll);
        strongest.putAll(given);
        data.ifPresent(folder -> strongest.put(ConnectionSettings.DATA_DIR.key(), folder.toString()));
        strongest.putAll(flags);
        SettingsFile properties = givenFile.isPresent() ? SettingsFile.NONE : SettingsFile.findFile(file, console);
        Map<String, String> places = new LinkedHashMap<>();
        // Whatever folder a command is called in, it means the same stack.
        Path home = Installation.currentInstallation().home();
        places.put(
                ConnectionSettings.DATA_DIR.key(),
                home.resolve(ConnectionSettings.DATA_DIR.defaultText()).toString());
        Settings first = resolveSettings(
                new SettingSources(strongest, console.environment(), properties.entries(), properties.name(), places));
        console.secretMask().addSecrets(first.secretTexts());
        warnOfSecrets(console);
        places.putAll(stackAddresses(first));
        return resolveSettings(
                new SettingSources(strongest, console.environment(), properties.entries(), properties.name(), places));
    }

    private void warnOfSecrets(Console console) {
        given.keySet().stream()
                .filter(Secrets::isSecret)
                .filter(key -> console.isWatched())
                .findFirst()
                .ifPresent(key -> console.sayLine("everybody on this machine sees the arguments of a command, and "
                        + key
                        + " is among these; a settings file (--config) or a file that a variable names (TIDINGS_"
                        + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_') + "_FILE) is not seen"));
    }

    /**
     * The addresses of the local stack, unless one of them is set to another server: Kafka and registry belong together,
     * and ids of the one's schemas mean nothing in the other's records.
     */
    private static Map<String, String> stackAddresses(Settings named) {
        Map<String, String> addresses = LocalStack.addresses(dataFolder(named));
        boolean elsewhere = Stream.of(ConnectionSettings.BOOTSTRAP_SERVERS, ConnectionSettings.SCHEMA_REGISTRY_URL)
                .anyMatch(setting -> isElsewhere(named.get(setting), addresses.getOrDefault(setting.key(), "")));
        return elsewhere ? Map.of() : addresses;
    }

    private static boolean isElsewhere(String named, String own) {
        return !named.isBlank() && !named.replace("localhost", "127.0.0.1").equals(own);
    }

    public static DataFolder dataFolder(Settings settings) {
        return new DataFolder(settings.get(ConnectionSettings.DATA_DIR));
    }

    private static Settings resolveSettings(SettingSources sources) {
        return Settings.resolveAll(KnownSettings.ALL, sources);
    }
}
