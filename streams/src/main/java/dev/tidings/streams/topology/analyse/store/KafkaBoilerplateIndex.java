package dev.tidings.streams.topology.analyse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.boilerplate.HostBoilerplate;
import dev.tidings.streams.topology.store.BoundedRange;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The boilerplate of hosts in a key-value store, the one store of analyse. For the stream thread that owns it. */
public final class KafkaBoilerplateIndex implements BoilerplateIndex {

    private static final byte HOST = 'h';
    private static final Bytes CURSOR = Bytes.wrap(new byte[] {'c'});
    private static final Bytes AFTER_HOSTS = Bytes.wrap(new byte[] {HOST + 1});

    private final KeyValueStore<Bytes, byte[]> store;

    /** Makes the index on a store. Keys: {@code h} and the host, for its boilerplate; {@code c}, for the cursor. */
    public KafkaBoilerplateIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public Optional<HostBoilerplate> hostBoilerplate(String host) {
        return Optional.ofNullable(store.get(keyOf(host))).map(HostBoilerplateValue::fromBytes);
    }

    @Override
    public void put(String host, HostBoilerplate boilerplate) {
        store.put(keyOf(host), HostBoilerplateValue.toBytes(boilerplate));
    }

    @Override
    public void forgetHost(String host) {
        store.delete(keyOf(host));
    }

    @Override
    public List<String> hostsAfter(String name, int limit) {
        List<String> hosts = new ArrayList<>();
        // Host names are ASCII, so that their order as bytes is their order as characters.
        try (KeyValueIterator<Bytes, byte[]> entries = BoundedRange.scan(store, keyOf(name), AFTER_HOSTS)) {
            while (entries.hasNext() && hosts.size() < limit) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                String host = hostOf(entry.key);
                if (!host.equals(name)) {
                    hosts.add(host);
                }
            }
        }
        return hosts;
    }

    @Override
    public String scanCursor() {
        return Optional.ofNullable(store.get(CURSOR))
                .map(name -> new String(name, UTF_8))
                .orElse("");
    }

    @Override
    public void moveCursor(String name) {
        store.put(CURSOR, name.getBytes(UTF_8));
    }

    private static Bytes keyOf(String host) {
        byte[] name = host.getBytes(UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(1 + name.length).put(HOST).put(name).array());
    }

    private static String hostOf(Bytes key) {
        return new String(key.get(), 1, key.get().length - 1, UTF_8);
    }
}
