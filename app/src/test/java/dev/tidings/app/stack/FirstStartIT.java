package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several processes that are the first on a broker and a registry, as when all containers start at once. */
@ExtendWith(LocalStackExtension.class)
class FirstStartIT {

    private static final int PROCESSES = 6;
    /** Of three in a row one at least met in the registry, where meeting was an error. */
    private static final int ROUNDS = 3;

    @Test
    void thoseThatStartTogetherOnAnEmptyClusterAllStartAndEachSchemaIsRegisteredOnce(LocalStack stack)
            throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Topics topics = Topics.of("first-start-" + round);

            startTogether(stack, topics);

            try (var client = new CachedSchemaRegistryClient(stack.registryUrl(), 10)) {
                for (Topic topic : topics.allTopics()) {
                    assertThat(client.getAllVersions(topic.subject())).hasSize(1);
                }
            }
        }
    }

    private static void startTogether(LocalStack stack, Topics topics) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PROCESSES);
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try {
            List<Future<Topics>> starts = new ArrayList<>();
            for (int process = 0; process < PROCESSES; process++) {
                starts.add(threads.submit(start(stack, topics, together)));
            }
            for (Future<Topics> start : starts) {
                assertThat(start.get()).isEqualTo(topics);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What every service does first, with clients of its own. */
    private static Callable<Topics> start(LocalStack stack, Topics topics, CyclicBarrier together) {
        return () -> {
            Settings settings = LocalStackExtension.settings(stack);
            together.await();
            try (TopicAdmin admin = new TopicAdmin(settings)) {
                admin.ensureTopics(topics);
            }
            new SchemaRegistration(settings.registryConfig()).registerAll(topics);
            new SchemaCheck(settings).requireSameRegistry(List.of(topics.raw(), topics.ledger()));
            return topics;
        };
    }
}
