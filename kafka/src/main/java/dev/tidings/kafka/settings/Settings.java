package dev.tidings.kafka.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings of a process, resolved once at start: flag over environment over file over local stack over default.
 *
 * <p>Keys beginning with {@code kafka.} and {@code registry.} pass through to the Kafka and registry clients without
 * the prefix. Any other unknown key is refused. Immutable; safe for use by many threads.
 */
public final class Settings {

    private static final String KAFKA = "kafka.";
    private static final String REGISTRY = "registry.";
    private static final String PREFIX = "TIDINGS_";
    private static final String STACK = "local stack";
    /** Variables of the launcher and the build, which are no settings. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("TIDINGS_HOME", "TIDINGS_JAVA_OPTS", "TIDINGS_PROVISION", "TIDINGS_CONFIG", "TIDINGS_DEBUG");

    /** Keys of version 0.1 and what they are called since. */
    private static final Map<String, String> RENAMED = Map.of(
            "desk.window.near", "dedup.window.near",
            "desk.window.exact", "dedup.window.exact",
            "desk.window.story", "stories.window");

    private record Given(String text, String origin) {}

    private final Map<String, Setting<?>> known;
    private final Map<String, Given> given;

    private Settings(Map<String, Setting<?>> known, Map<String, Given> given) {
        this.known = known;
        this.given = given;
    }

    /**
     * Resolves and checks every setting.
     *
     * @param known every setting there is, beside {@link ConnectionSettings#ALL}, which are always known
     * @throws SettingsException when a key is unknown or a value is not valid
     */
    public static Settings resolveAll(Collection<Setting<?>> known, SettingSources sources) {
        Map<String, Setting<?>> byKey = new TreeMap<>();
        Stream.concat(ConnectionSettings.ALL.stream(), known.stream())
                .forEach(setting -> byKey.put(setting.key(), setting));
        Map<String, Given> given = new TreeMap<>();
        sources.stack().forEach((key, text) -> given.put(key, new Given(text, STACK)));
        sources.file().forEach((key, text) -> given.put(key, new Given(text, sources.fileName())));
        SecretFiles.resolveFiles(sources.environment())
                .forEach((name, text) ->
                        fromEnvironment(byKey, name).ifPresent(key -> given.put(key, new Given(text, name))));
        sources.flags().forEach((key, text) -> given.put(key, new Given(text, "flag")));
        given.forEach((key, value) -> checkKeys(byKey, key, value));
        return new Settings(byKey, given);
    }

    /**
     * Returns these settings with some that the work itself fixes, whatever was given.
     *
     * @param origin who fixes them, for messages
     */
    public Settings with(Map<Setting<?>, String> fixed, String origin) {
        Map<String, Given> more = new TreeMap<>(given);
        fixed.forEach((setting, text) -> {
            Given value = new Given(text, origin);
            checkKeys(known, setting.key(), value);
            more.put(setting.key(), value);
        });
        return new Settings(known, more);
    }

    /** Returns the value of a setting. */
    public <T> T get(Setting<T> setting) {
        Given value = given.get(setting.key());
        return value == null
                ? setting.parseValue(setting.defaultText(), "default")
                : setting.parseValue(value.text(), value.origin());
    }

    /**
     * Returns where a setting comes from that somebody named, as {@link SettingValue#origin()}; empty when it has its
     * default or is that of the local stack.
     */
    public Optional<String> explicitOrigin(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting.key()))
                .filter(value -> !value.text().isBlank())
                .map(Given::origin)
                .filter(origin -> !origin.equals(STACK));
    }

    /**
     * Returns the settings of every Kafka client: the addresses and all that was given under {@code kafka.}.
     *
     * @throws MissingAddressException when nothing says where Kafka is
     */
    public Map<String, Object> kafkaConfig() {
        Map<String, Object> config = passedThrough(KAFKA);
        config.put("bootstrap.servers", ServerAddress.requireKafka(this));
        return config;
    }

    /**
     * Returns the settings of the registry client: the address and all that was given under {@code registry.}.
     *
     * @throws MissingAddressException when nothing says where the registry is
     */
    public Map<String, Object> registryConfig() {
        Map<String, Object> config = passedThrough(REGISTRY);
        config.put("schema.registry.url", ServerAddress.requireRegistry(this));
        return config;
    }

    /**
     * Returns what was given on the command line or in the settings file, as text, by key: what another process with the
     * same environment does not know by itself.
     */
    public Map<String, String> givenTexts() {
        Map<String, String> texts = new TreeMap<>();
        given.forEach((key, value) -> {
            if (!value.origin().equals(STACK) && !value.origin().startsWith(PREFIX)) {
                texts.put(key, value.text());
            }
        });
        return texts;
    }

    /** Returns all texts among the values that nobody may see: passwords, tokens, keys, logins. */
    public Set<String> secretTexts() {
        Set<String> secrets = new TreeSet<>();
        given.forEach((key, value) -> secrets.addAll(Secrets.secretTexts(key, value.text())));
        return secrets;
    }

    /** Returns every setting with value and origin, by key, secrets masked. */
    public List<SettingValue> allValues() {
        List<SettingValue> values = new ArrayList<>();
        known.values().forEach(setting -> values.add(value(setting)));
        given.forEach((key, value) -> {
            if (!known.containsKey(key)) {
                values.add(
                        new SettingValue(key, Secrets.maskValue(key, value.text()), value.origin(), "passed through"));
            }
        });
        return values;
    }

    private SettingValue value(Setting<?> setting) {
        Given value = given.getOrDefault(setting.key(), new Given(setting.defaultText(), "default"));
        return new SettingValue(
                setting.key(), Secrets.maskValue(setting.key(), value.text()), value.origin(), setting.doc());
    }

    private Map<String, Object> passedThrough(String prefix) {
        Map<String, Object> config = new TreeMap<>();
        given.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                config.put(key.substring(prefix.length()), value.text());
            }
        });
        return config;
    }

    private static Optional<String> fromEnvironment(Map<String, Setting<?>> known, String name) {
        if (!name.startsWith(PREFIX) || NOT_SETTINGS.contains(name)) {
            return Optional.empty();
        }
        Optional<String> setting = known.keySet().stream()
                .filter(key -> Setting.environmentVariable(key).equals(name))
                .findFirst();
        return setting.or(() -> Optional.of(
                name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.')));
    }

    private static void checkKeys(Map<String, Setting<?>> known, String key, Given value) {
        Setting<?> setting = known.get(key);
        if (setting != null) {
            setting.parseValue(value.text(), value.origin());
        } else if (!key.startsWith(KAFKA) && !key.startsWith(REGISTRY)) {
            throw new SettingsException("unknown setting " + key + " (" + value.origin() + ")"
                    + hint(known, key)
                    + "; 'tidings config' lists all");
        }
    }

    private static String hint(Map<String, Setting<?>> known, String key) {
        String renamed = RENAMED.get(key);
        if (renamed != null) {
            return "; it is called " + renamed + " now";
        }
        return NearestName.nearestTo(key, known.keySet())
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
