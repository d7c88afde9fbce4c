package dev.tidings.app.cli.store;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.Stores;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads the store; Kafka need not run. */
public final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "URL of the store (default: sqlite:store/tidings.db, in the data folder).")
    Optional<String> store = Optional.empty();

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    public StoreReader openStore(Console console) {
        Map<String, String> flags = new HashMap<>();
        store.ifPresent(url -> flags.put(SinkSettings.STORE.key(), url));
        Settings resolved = settings.resolveSettings(console, flags);
        if (store.isEmpty()) {
            DataLayout.check(resolved.get(ConnectionSettings.DATA_DIR));
        }
        return Stores.openReader(SinkSettings.storeUrl(resolved));
    }
}
