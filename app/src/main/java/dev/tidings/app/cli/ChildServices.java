package dev.tidings.app.cli;

import dev.tidings.app.local.Service;
import dev.tidings.schemas.kafka.Settings;
import java.util.List;

/** The parts of Tidings that {@code up} and {@code demo} run beside the broker and the registry, in the order of start. */
final class ChildServices {
    private ChildServices() {}

    static List<Service> of(Settings settings) {
        return List.of();
    }
}
