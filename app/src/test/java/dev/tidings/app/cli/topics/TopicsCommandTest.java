package dev.tidings.app.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandTest {

    @TempDir
    private Path directory;

    @Test
    void theCommandsThatMakeTheTopicsArePrintedWithoutAskingAnybody() {
        CommandRun run = CommandRun.in(
                directory,
                "topics",
                "--commands",
                "-b",
                "127.0.0.1:1",
                "--registry",
                "http://127.0.0.1:1",
                "-X",
                "topic.replication.factor=3",
                "-X",
                "topic.partitions=6");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .hasSize(Topics.of(Topics.DEFAULT_PREFIX).allTopics().size())
                .first()
                .isEqualTo("kafka-topics.sh --bootstrap-server 127.0.0.1:1 --create --if-not-exists --topic tidings.raw"
                        + " --partitions 6 --replication-factor 3 --config cleanup.policy=delete"
                        + " --config compression.type=zstd --config max.message.bytes=16777216"
                        + " --config message.timestamp.type=LogAppendTime --config retention.ms=-1");
    }
}
