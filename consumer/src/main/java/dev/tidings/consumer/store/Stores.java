package dev.tidings.consumer.store;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.kafka.settings.SettingsException;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens stores of every kind that is on the class path. */
public final class Stores {

    private Stores() {}

    /**
     * Opens a store for writing, creating it or bringing it to the newest layout.
     *
     * @param identity whose offsets the writer keeps
     * @throws StoreException when the store cannot be used
     * @throws RetryLaterException when it is locked or has no room now
     * @throws SettingsException when there is no kind of store of the URL's scheme
     */
    public static StoreWriter openWriter(StoreUrl url, SinkIdentity identity) {
        return providerOf(url).openWriter(url, identity);
    }

    /**
     * Opens a store for reading, also while others write it.
     *
     * @throws StoreException when there is none that can be read
     * @throws SettingsException when there is no kind of store of the URL's scheme
     */
    public static StoreReader openReader(StoreUrl url) {
        return providerOf(url).openReader(url);
    }

    private static StoreProvider providerOf(StoreUrl url) {
        return providers()
                .filter(provider -> provider.scheme().equals(url.scheme()))
                .findFirst()
                .orElseThrow(() -> unknownScheme(url));
    }

    private static SettingsException unknownScheme(StoreUrl url) {
        return new SettingsException("there is no kind of store '" + url.scheme() + "' to open " + url
                + "; the kinds there are: "
                + providers().map(StoreProvider::urlForm).sorted().collect(Collectors.joining(", ")));
    }

    private static Stream<StoreProvider> providers() {
        return ServiceLoader.load(StoreProvider.class, StoreProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }
}
