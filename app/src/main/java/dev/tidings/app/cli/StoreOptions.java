package dev.tidings.app.cli;

import dev.tidings.consumer.store.ArticleStore;
import dev.tidings.consumer.store.SinkSettings;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.DataLayout;
import dev.tidings.schemas.kafka.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that reads the store; Kafka need not run. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "File of the store (default: store/tidings.db in the data folder).")
    Optional<Path> store = Optional.empty();

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    ArticleStore open(Console console) {
        Map<String, String> flags = new HashMap<>();
        store.ifPresent(file -> flags.put(SinkSettings.STORE.key(), file.toString()));
        Settings resolved = settings.resolve(console, flags);
        if (store.isEmpty()) {
            DataLayout.check(resolved.get(ConnectionSettings.DATA_DIR));
        }
        return ArticleStore.open(SinkSettings.store(resolved));
    }
}
