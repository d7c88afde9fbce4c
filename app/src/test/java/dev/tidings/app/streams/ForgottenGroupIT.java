package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A broker that has just come back can say that a group stands nowhere, while its members are at work. */
@ExtendWith(LocalStackExtension.class)
class ForgottenGroupIT {

    @TempDir
    private Path data;

    private StreamsRun run;
    private Topics topics;
    private TopicAdmin admin;

    @BeforeEach
    void begin(LocalStack stack, Topics own) {
        topics = own;
        run = StreamsRun.on(stack, own, data);
        admin = new TopicAdmin(run.settings());
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void whatReadsForTheFirstTimeGoesOnWhereItWas() throws Exception {
        try (StreamsApplication application = run.started()) {
            publish(0, 1, 2);
            run.awaitRecords(topics.enriched(), 3);
            await().until(() -> application.uncommittedOffsets("analyse") == 0);
            forgetAndGoOn(application);
        }
    }

    @Test
    void whatReadsAgainGoesOnWhereItWas() throws Exception {
        try (StreamsApplication before = run.started()) {
            publish(0, 1, 2);
            run.awaitRecords(topics.enriched(), 3);
            assertThat(before.failureMessage()).isEmpty();
        }
        try (StreamsApplication application = run.started()) {
            forgetAndGoOn(application);
        }
    }

    private void forgetAndGoOn(StreamsApplication application) throws Exception {
        await().ignoreException(GroupNotEmptyException.class).until(this::forgetGroup);
        publish(9);
        run.awaitRecords(topics.enriched(), 4);
        assertThat(application.failureMessage()).isEmpty();
        assertThat(run.records(topics.analysed())).hasSize(4);
    }

    private void publish(int... articles) throws Exception {
        for (int article : articles) {
            run.publish("test/" + article + ".txt", KnownArticles.text(article));
        }
    }

    private boolean forgetGroup() {
        String group = topics.idPrefix() + "analyse";
        admin.awaitAnswer(admin.adminClient()
                .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                .all());
        admin.awaitAnswer(
                admin.adminClient().deleteConsumerGroups(List.of(group)).all());
        return true;
    }
}
