package dev.tidings.app.cli;

import dev.tidings.schemas.kafka.Setting;
import java.util.List;

/** The settings of all modules; those of the connection are known everywhere. */
final class KnownSettings {
    static final List<Setting<?>> ALL = List.of();

    private KnownSettings() {}
}
