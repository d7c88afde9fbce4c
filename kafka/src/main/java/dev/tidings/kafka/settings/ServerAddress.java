package dev.tidings.kafka.settings;

/**
 * The address of a server that must be known before anything is asked of it.
 *
 * @param server what it is called
 * @param setting has the address
 * @param option sets it on the command line
 */
record ServerAddress(String server, Setting<String> setting, String option) {
    private static final ServerAddress KAFKA =
            new ServerAddress("Kafka", ConnectionSettings.BOOTSTRAP_SERVERS, "--bootstrap-server");
    private static final ServerAddress REGISTRY =
            new ServerAddress("schema registry", ConnectionSettings.SCHEMA_REGISTRY_URL, "--registry");

    /**
     * Returns Kafka's addresses.
     *
     * @throws MissingAddressException when there are none
     */
    static String requireKafka(Settings settings) {
        return KAFKA.requireIn(settings, REGISTRY);
    }

    /**
     * Returns the registry's address.
     *
     * @throws MissingAddressException when there is none
     */
    static String requireRegistry(Settings settings) {
        return REGISTRY.requireIn(settings, KAFKA);
    }

    private String requireIn(Settings settings, ServerAddress other) {
        String address = settings.get(setting);
        if (address.isBlank()) {
            throw new MissingAddressException(missingText(settings, other));
        }
        return address;
    }

    private String missingText(Settings settings, ServerAddress other) {
        boolean halfGiven = settings.explicitOrigin(other.setting).isPresent();
        return halfGiven
                ? "no " + server + " goes with the " + other.server + " at "
                        + Secrets.maskAddress(settings.get(other.setting))
                        + "; name both, as they belong to one cluster (" + other.option + ", " + option
                        + "), or neither, for the local stack"
                : "no " + server + " runs in " + settings.get(ConnectionSettings.DATA_DIR)
                        + ", and no address is set; start it with 'tidings up', or set " + option + " (" + setting.key()
                        + ")";
    }
}
