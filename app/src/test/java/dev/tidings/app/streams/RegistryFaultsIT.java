package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.serde.FakeRegistry;
import dev.tidings.kafka.serde.FakeRegistry.Answer;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.replay.plan.ReplayRequest;
import dev.tidings.streams.replay.run.ReplayListener;
import dev.tidings.streams.replay.run.Replays;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A registry that refuses, or that is not the one that the records were written with. */
@ExtendWith(LocalStackExtension.class)
class RegistryFaultsIT {

    private static final int NEWER_ID = 99;

    private final FakeRegistry registry = FakeRegistry.start();

    @TempDir
    Path data;

    private Topics topics;
    private StreamsRun run;

    @BeforeEach
    void knowTheSchemas(LocalStack stack, Topics ownTopics) {
        topics = ownTopics;
        registry.putSubjects(topics.allTopics(), 1);
        registry.putSchema(NEWER_ID, RawArticle.SCHEMA$);
        run = StreamsRun.on(stack, topics, data).with("schema.registry.url", registry.url());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void aRegistryThatRefusesThePasswordIsWaitedForAndBuriesNothing() throws Exception {
        byte[] newer = ofANewerVersion("test/b.txt");
        try (StreamsApplication application = run.started()) {
            run.publish("test/a.txt", "One article that is decided before.".getBytes(UTF_8));
            run.awaitRecords(topics.enriched(), 1);

            registry.answerWith(Answer.UNAUTHORIZED);
            run.send(topics.raw(), "b".getBytes(UTF_8), newer);
            await().until(() -> application.readiness().obstacles().stream()
                    .anyMatch(obstacle -> obstacle.contains(registry.url() + " answers 401")));
            assertThat(application.failureMessage()).isEmpty();

            registry.answerWith(Answer.PROPER);
            run.awaitRecords(topics.enriched(), 2);
            await().until(() -> application.readiness().isReady());
        }
        assertThat(run.records(topics.deadLetters())).isEmpty();
    }

    @Test
    void aRegistryThatRefusesThePasswordAtTheStartIsToldWithTheFix() {
        registry.answerWith(Answer.UNAUTHORIZED);
        CommandRun command = CommandRun.in(data, arguments("streams"));

        assertThat(command.exit()).isEqualTo(4);
        assertThat(command.err())
                .contains("tidings: the schema registry at " + registry.url() + " answers 401", "basic.auth.user.info");
        assertThatExceptionOfType(DependencyUnreachableException.class)
                .isThrownBy(() -> run.application().start());
    }

    @Test
    void aRegistryThatWasFilledAnewIsRefusedBeforeAnythingIsRead() throws Exception {
        run.publish("test/a.txt", "An article of the time before.".getBytes(UTF_8));
        run.publish("test/b.txt", "Another one of the time before.".getBytes(UTF_8));
        fillAnew();

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> run.application().start())
                .withMessageContainingAll(topics.raw().name(), registry.url(), "filled anew", "bring back");
        try (Replays replays = Replays.open(run.settings(), topics)) {
            ReplayRequest request = new ReplayRequest("old", Optional.empty(), Optional.empty(), Optional.empty());
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> replays.runReplay(request, ReplayListener.NONE))
                    .withMessageContaining("filled anew");
            assertThat(replays.allRuns()).isEmpty();
        }
        CommandRun doctor = CommandRun.in(data, arguments("doctor"));
        assertThat(doctor.lines())
                .anyMatch(line -> line.matches("records +fail +" + topics.raw().name() + ".*"));
        assertThat(run.records(topics.deadLetters())).isEmpty();
    }

    /** The same subjects in another order, so that every id means something else. */
    private void fillAnew() {
        List<Topic> others = new ArrayList<>(topics.allTopics());
        Collections.rotate(others, 1);
        registry.empty();
        registry.putSubjects(others, 1);
    }

    private String[] arguments(String command) {
        List<String> arguments = new ArrayList<>(List.of(command, "--data", data.toString()));
        run.flags().forEach((key, value) -> {
            if (!key.equals("data.dir")) {
                arguments.addAll(List.of("-X", key + "=" + value));
            }
        });
        arguments.addAll(List.of("-X", "topic.prefix=" + topics.prefix()));
        return arguments.toArray(String[]::new);
    }

    private byte[] ofANewerVersion(String uri) {
        RawArticle article = RawArticle.newBuilder()
                .setArticleId(ArticleId.of(uri))
                .setUri(uri)
                .setMediaType("text/plain")
                .setPayload(ByteBuffer.wrap("Another article that came with a newer version.".getBytes(UTF_8)))
                .build();
        byte[] value = new AvroSerdes(run.settings().registryConfig())
                .<RawArticle>serializer(topics.raw())
                .serialize(topics.raw().name(), article);
        ByteBuffer.wrap(value).putInt(1, NEWER_ID);
        return value;
    }
}
