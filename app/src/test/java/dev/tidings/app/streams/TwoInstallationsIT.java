package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.consumer.subscribe.SubscriptionStart;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.application.StreamsSettings;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class TwoInstallationsIT {

    private static final List<Setting<?>> KNOWN = Stream.of(
                    PublishSettings.ALL, StreamsSettings.ALL, DedupSettings.ALL, StoriesSettings.ALL, SinkSettings.ALL)
            .flatMap(Collection::stream)
            .toList();

    private static final String BRIDGE =
            "The bridge of the north was opened by the mayor on Wednesday, and many were there"
                    + " to see it: forty thousand cars a day are said to be what it can bear.";
    private static final String HARBOUR =
            "In the harbour of the south a ship with grain has run aground; nobody was hurt,"
                    + " says the master of the port, and the next tide is to set it free again.";

    @TempDir
    Path folder;

    @Test
    void installationsWithAPrefixOfTheirOwnSeeNothingOfEachOther(LocalStack stack) throws IOException {
        Settings north = settings(stack, "north");
        Settings south = settings(stack, "south");

        try (StreamsApplication first = started(north);
                StreamsApplication second = started(south)) {
            publish(north, "bridge.txt", BRIDGE);
            publish(south, "harbour.txt", HARBOUR);
            // What one knows is news to the other, though id and text are the same.
            publish(south, "bridge.txt", BRIDGE);

            assertThat(first.readiness().isReady()).isTrue();
            assertThat(second.readiness().isReady()).isTrue();
            assertThat(subscribed(north)).containsExactly("news/bridge.txt NEW");
            assertThat(subscribed(south)).containsExactlyInAnyOrder("news/harbour.txt NEW", "news/bridge.txt NEW");
            assertThat(groups(stack))
                    .contains("north-analyse", "north-dedup", "north-stories", "north-sink")
                    .contains("south-analyse", "south-dedup", "south-stories", "south-sink");
        }
    }

    @Test
    void topicsOfTheFirstVersionAreRefusedInALineThatSaysTheWayOut(LocalStack stack) {
        Topics topics = Topics.of("former");
        try (TopicAdmin admin = new TopicAdmin(LocalStackExtension.settings(stack))) {
            admin.awaitAnswer(admin.adminClient()
                    .createTopics(List.of(new NewTopic("former.desk", 1, (short) 1)))
                    .all());
            await().until(() ->
                    admin.awaitAnswer(admin.adminClient().listTopics().names()).contains("former.desk"));

            assertThatThrownBy(() -> admin.ensureTopics(topics))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContainingAll("former.*", "Tidings 0.1", "former.desk", "topic.prefix", "publish again")
                    .hasMessageNotContaining("\n");
            assertThat(admin.awaitAnswer(admin.adminClient().listTopics().names()))
                    .doesNotContain(topics.raw().name());
        }
    }

    private Settings settings(LocalStack stack, String prefix) {
        Map<String, String> flags = new HashMap<>(stack.addresses());
        flags.put("topic.prefix", prefix);
        flags.put("topic.partitions", "1");
        flags.put("streams.threads", "1");
        flags.put("data.dir", folder.resolve(prefix).toString());
        return Settings.resolveAll(KNOWN, SettingSources.of(flags));
    }

    private static StreamsApplication started(Settings settings) {
        StreamsApplication application = StreamsApplication.liveApplication(settings);
        application.start();
        await().until(() -> application.readiness().isReady());
        return application;
    }

    private void publish(Settings settings, String name, String text) throws IOException {
        Path file = folder.resolve(settings.get(ConnectionSettings.TOPIC_PREFIX) + "-files/news")
                .resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        try (Publisher publisher = Publisher.open(settings, ConnectionSettings.topics(settings), Clock.systemUTC())) {
            PublishRequest request = PublishRequest.of(List.of(file), Optional.empty());
            assertThat(publisher
                            .publishInputs(request.awaitingVerdicts(), PublishListener.NONE)
                            .undecided())
                    .isZero();
        }
    }

    /** Returns what a service reads, in a group of the same name everywhere, and a sink has stored by then. */
    private static Collection<String> subscribed(Settings settings) {
        Queue<String> read = new ConcurrentLinkedQueue<>();
        SubscriptionRequest request =
                SubscriptionRequest.ofGroup("two-installations").startingAt(SubscriptionStart.earliest());
        try (SinkApplication sink = SinkApplication.open(settings);
                Subscription subscription = Subscription.open(
                        settings,
                        request,
                        article -> read.add(article.event().getUri() + " "
                                + article.headers().verdict()))) {
            sink.start();
            subscription.start();
            assertThat(sink.awaitCaughtUp(Patience.LIMIT)).isTrue();
            assertThat(subscription.awaitCaughtUp(Patience.LIMIT)).isTrue();
        }
        return read;
    }

    private static List<String> groups(LocalStack stack) {
        try (TopicAdmin admin = new TopicAdmin(LocalStackExtension.settings(stack))) {
            return admin.awaitAnswer(admin.adminClient().listGroups().all()).stream()
                    .map(GroupListing::groupId)
                    .toList();
        }
    }
}
