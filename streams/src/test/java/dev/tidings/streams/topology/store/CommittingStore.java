package dev.tidings.streams.topology.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** A state store that is committed behind every second write, so that reads have to put both halves together. */
final class CommittingStore {

    private static final Set<String> WRITES = Set.of("put", "putIfAbsent", "putAll", "delete");

    private CommittingStore() {}

    @SuppressWarnings("unchecked")
    static KeyValueStore<Bytes, byte[]> around(KeyValueStore<Bytes, byte[]> store) {
        AtomicInteger writes = new AtomicInteger();
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                KeyValueStore.class.getClassLoader(), new Class<?>[] {KeyValueStore.class}, (proxy, method, given) -> {
                    Object answer = call(store, method, given);
                    if (WRITES.contains(method.getName()) && writes.incrementAndGet() % 2 == 0) {
                        store.commit(Map.of());
                    }
                    return answer;
                });
    }

    private static Object call(KeyValueStore<Bytes, byte[]> store, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(store, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
