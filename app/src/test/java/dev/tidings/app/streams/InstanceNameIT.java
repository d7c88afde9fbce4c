package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.LogLines;
import dev.tidings.app.stack.PastMember;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.failure.RestartBudget;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who has the name of an instance when its group says that somebody else has it. */
@ExtendWith(LocalStackExtension.class)
class InstanceNameIT {

    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    private LocalStack stack;
    private Topics topics;
    private StreamsRun run;

    @BeforeEach
    void oneThread(LocalStack stack, Topics own) {
        this.stack = stack;
        topics = own;
        run = StreamsRun.on(stack, own, data).with("streams.threads", "1");
    }

    @Test
    void shutOutForAMemberThatLivesNoMoreItGoesOn() throws Exception {
        try (StreamsApplication application = run.started();
                LogLines restarts = LogLines.of(RestartBudget.class)) {
            PastMember.takeStreamsName(
                    run.settings().kafkaConfig(),
                    topics.idPrefix() + "analyse",
                    "main-1",
                    topics.raw().name());
            await().until(() -> restarts.contain("shut it out")
                    || application.failureMessage().isPresent());
            run.publish("test/after.txt", KnownArticles.text(1));

            await().until(() -> run.records(topics.enriched()).size() == 1
                    || application.failureMessage().isPresent());
            assertThat(application.failureMessage()).isEmpty();
        }
    }

    @Test
    void theOneThatAnotherProcessHasTakenTheNameOfEndsAndTheOtherGoesOn() throws Exception {
        try (StreamsApplication first = run.started();
                StreamsApplication second = StreamsRun.on(stack, topics, elsewhere)
                        .with("streams.threads", "1")
                        .started()) {
            assertThat(first.awaitEnd()).isEqualTo(1);
            assertThat(first.failureMessage())
                    .hasValueSatisfying(line -> assertThat(line).contains("another process", "--instance"));

            run.publish("test/after.txt", KnownArticles.text(1));
            run.awaitRecords(topics.enriched(), 1);
            await().until(() -> second.readiness().isReady());
        }
    }
}
