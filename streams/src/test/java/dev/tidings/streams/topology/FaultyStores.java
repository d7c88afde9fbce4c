package dev.tidings.streams.topology;

import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** The stores of production, which fail when they are told to, as a store on a full disk or of a lost task does. */
final class FaultyStores implements StoreFactory {

    private static final Set<String> READS = Set.of("get", "range");
    private static final Set<String> WRITES = Set.of("put", "putIfAbsent", "putAll", "delete");

    private Optional<Supplier<RuntimeException>> readFault = Optional.empty();
    private Optional<Supplier<RuntimeException>> writeFault = Optional.empty();

    /** Lets every read fail from now on. */
    void failReads(Supplier<RuntimeException> fault) {
        readFault = Optional.of(fault);
    }

    /** Lets every write fail from now on. */
    void failWrites(Supplier<RuntimeException> fault) {
        writeFault = Optional.of(fault);
    }

    /** Lets nothing fail any more. */
    void heal() {
        readFault = Optional.empty();
        writeFault = Optional.empty();
    }

    @Override
    @SuppressWarnings("unchecked") // a proxy is of the type that it is made for
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder = DedupStores.storeBuilder(name);
        return proxy(
                StoreBuilder.class,
                (proxy, method, arguments) ->
                        method.getName().equals("build") ? store(builder.build()) : call(builder, method, arguments));
    }

    private KeyValueStore<?, ?> store(KeyValueStore<Bytes, byte[]> store) {
        return proxy(KeyValueStore.class, (proxy, method, arguments) -> {
            if (READS.contains(method.getName()) && readFault.isPresent()) {
                throw readFault.get().get();
            }
            if (WRITES.contains(method.getName()) && writeFault.isPresent()) {
                throw writeFault.get().get();
            }
            return call(store, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
