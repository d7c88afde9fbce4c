package dev.tidings.store.sqlite;

import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.Stores;
import dev.tidings.kafka.settings.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreProviderTest {

    @TempDir
    Path folder;

    @Test
    void opensTheFileThatAUrlNames() {
        Path file = folder.resolve("هەواڵ 1.db");

        Stores.openWriter(new StoreUrl("sqlite", file.toString()), IDENTITY).close();

        assertThat(file).isRegularFile();
    }

    @Test
    void anUnknownKindOfStoreIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Stores.openReader(StoreUrl.parse("cassandra:news")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("'cassandra'", "cassandra:news", "sqlite:FILE")
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
    }
}
