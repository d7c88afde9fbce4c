package dev.tidings.app.stack;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingType;
import dev.tidings.kafka.settings.Settings;
import java.util.List;

/**
 * Where and what for a local stack runs.
 *
 * @param installation has the programs
 * @param folder holds the data
 * @param stackPurpose decides on JVM options and ports
 * @param brokerPort port that somebody set for the broker; 0 when nobody did
 * @param registryPort port that somebody set for the registry; 0 when nobody did
 */
public record StackConfig(
        Installation installation, DataFolder folder, StackPurpose stackPurpose, int brokerPort, int registryPort) {
    private static final SettingType<Long> PORT = SettingType.number(0, 65_535);
    private static final String CHOSEN = "; 0 = chosen at the first start, and kept";

    /** Port of the local stack's broker. */
    public static final Setting<Long> BROKER_PORT =
            new Setting<>("stack.port", PORT, "0", "Port of the local stack's broker" + CHOSEN);

    /** Port of the local stack's registry. */
    public static final Setting<Long> REGISTRY_PORT =
            new Setting<>("stack.registry.port", PORT, "0", "Port of the local stack's schema registry" + CHOSEN);

    /** All settings of the local stack. */
    public static final List<Setting<?>> ALL = List.of(BROKER_PORT, REGISTRY_PORT);

    /** A stack whose ports nobody set. */
    public StackConfig(Installation installation, DataFolder folder, StackPurpose stackPurpose) {
        this(installation, folder, stackPurpose, 0, 0);
    }

    /**
     * The same with the ports of settings.
     *
     * @param settings resolved with {@link #ALL}
     * @return the other configuration
     */
    public StackConfig withPorts(Settings settings) {
        return new StackConfig(
                installation,
                folder,
                stackPurpose,
                Math.toIntExact(settings.get(BROKER_PORT)),
                Math.toIntExact(settings.get(REGISTRY_PORT)));
    }

    /** The port of the broker as it is asked for. */
    PortRequest brokerPortRequest() {
        return new PortRequest(
                BrokerProperties.SINGLE, BROKER_PORT.key(), brokerPort, stackPurpose.preferredPort(9092));
    }

    /** The port of the registry as it is asked for. */
    PortRequest registryPortRequest() {
        return new PortRequest(LocalRegistry.NAME, REGISTRY_PORT.key(), registryPort, stackPurpose.preferredPort(8081));
    }
}
