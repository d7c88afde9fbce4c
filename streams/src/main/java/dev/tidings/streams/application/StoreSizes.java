package dev.tidings.streams.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Reads the sizes of state stores off the metrics of Kafka Streams, which are JMX metrics too: {@code
 * kafka.streams:type=stream-state-metrics} with the store as {@code rocksdb-state-id}.
 */
final class StoreSizes {

    private static final String STORE = "rocksdb-state-id";
    private static final String ENTRIES = "estimate-num-keys";
    private static final Set<String> BYTES = Set.of("total-sst-files-size", "cur-size-all-mem-tables");

    private StoreSizes() {}

    /** Returns the sizes by name of the store, the tasks of a process together. */
    static List<StoreSize> sizesOf(Map<MetricName, ? extends Metric> metrics) {
        Map<String, StoreSize> sizes = new TreeMap<>();
        metrics.forEach((name, metric) -> {
            String store = name.tags().get(STORE);
            if (store != null && metric.metricValue() instanceof Number value) {
                long entries = name.name().equals(ENTRIES) ? value.longValue() : 0;
                long bytes = BYTES.contains(name.name()) ? value.longValue() : 0;
                sizes.merge(store, new StoreSize(store, entries, bytes), StoreSize::addSize);
            }
        });
        return List.copyOf(sizes.values());
    }
}
