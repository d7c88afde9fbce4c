package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.junit.jupiter.api.Test;

class StoreSizesTest {

    @Test
    void tasksOfOneStoreAreAddedUpAndOtherMetricsLeftOut() {
        try (Metrics metrics = new Metrics()) {
            gauge(metrics, "estimate-num-keys", "analyse-boilerplate", "0_0", 3);
            gauge(metrics, "estimate-num-keys", "analyse-boilerplate", "0_1", 4);
            gauge(metrics, "total-sst-files-size", "analyse-boilerplate", "0_0", 100);
            gauge(metrics, "cur-size-all-mem-tables", "analyse-boilerplate", "0_1", 20);
            gauge(metrics, "block-cache-usage", "analyse-boilerplate", "0_1", 1_000);
            gauge(metrics, "estimate-num-keys", "dedup-articles", "0_0", 9);

            assertThat(StoreSizes.sizesOf(metrics.metrics()))
                    .containsExactly(
                            new StoreSize("analyse-boilerplate", 7, 120), new StoreSize("dedup-articles", 9, 0));
        }
    }

    private static void gauge(Metrics metrics, String name, String store, String task, long value) {
        Map<String, String> tags = Map.of("rocksdb-state-id", store, "task-id", task);
        metrics.addMetric(
                metrics.metricName(name, "stream-state-metrics", "", tags), (Gauge<Long>) (config, now) -> value);
    }
}
