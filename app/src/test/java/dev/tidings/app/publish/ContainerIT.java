package dev.tidings.app.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.LedgerOutcome;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One input that holds many articles, through the publisher as it is. */
@ExtendWith(LocalStackExtension.class)
class ContainerIT {

    private static final int ARTICLES = 2_000;

    @TempDir
    Path temporary;

    PublisherRun publisherRun;
    Path container;

    @BeforeEach
    void aContainer(LocalStack stack, Topics topics) throws IOException {
        publisherRun = PublisherRun.on(stack, topics).with("publish.wait.timeout.ms", "1000");
        container = Files.createDirectory(temporary.resolve("news")).resolve("a.many");
        Files.write(
                container,
                IntStream.range(0, ARTICLES).mapToObj(String::valueOf).toList());
    }

    @Test
    void everyArticleIsPublishedOnceUnderAKeyOfItsOwn() {
        assertThat(publish(PublishListener.NONE).published()).isEqualTo(ARTICLES);
        assertThat(publish(PublishListener.NONE).unchanged()).isEqualTo(1);

        assertThat(publisherRun.articles()).hasSize(ARTICLES);
        assertThat(publisherRun.records(publisherRun.topics().raw()))
                .extracting(record -> RecordKeys.articleVersion(record.key()))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.endsWith("#1"));
        assertThat(publisherRun.articles()).extracting(RawArticle::getUri).doesNotHaveDuplicates();
        assertThat(publisherRun.ledger().stream()
                        .filter(entry -> !entry.getArticleId().isEmpty()))
                .hasSize(ARTICLES);
        assertThat(newestEntryOfTheContainer().getOutcome()).isEqualTo(LedgerOutcome.READ);
    }

    @Test
    void aPublishThatIsStoppedInTheMiddleReadsOnAndDoublesNothing() {
        PublishSummary first = publishAndStopAfter(ARTICLES / 2);
        assertThat(first.stopped()).isTrue();
        assertThat(first.published()).isLessThan(ARTICLES);
        assertThat(newestEntryOfTheContainer().getRecordOffset()).isEqualTo(first.published() - 1);

        PublishSummary second = publish(PublishListener.NONE);

        assertThat(first.published() + second.published()).isEqualTo(ARTICLES);
        assertThat(second.unchanged()).isZero();
        assertThat(publisherRun.articles())
                .hasSize(ARTICLES)
                .extracting(RawArticle::getUri)
                .doesNotHaveDuplicates();
    }

    @Test
    void aChangedContainerPublishesWhatIsNewInIt() throws IOException {
        publish(PublishListener.NONE);
        Files.write(
                container,
                IntStream.range(-1, ARTICLES - 1).mapToObj(String::valueOf).toList());

        PublishSummary second = publish(PublishListener.NONE);

        assertThat(second.published()).isEqualTo(1);
        assertThat(second.unchanged()).isEqualTo(ARTICLES - 1);
    }

    private LedgerEntry newestEntryOfTheContainer() {
        List<LedgerEntry> entries = publisherRun.ledger().stream()
                .filter(entry -> entry.getUri().equals("news/a.many"))
                .toList();
        return entries.get(entries.size() - 1);
    }

    private PublishSummary publish(PublishListener listener) {
        try (Publisher publisher = open()) {
            return publisher.publishInputs(request(), listener);
        }
    }

    private PublishSummary publishAndStopAfter(int articles) {
        try (Publisher publisher = open()) {
            return publisher.publishInputs(request(), new PublishListener() {
                private int ended;

                @Override
                public void inputEnded(PublishOutcome outcome) {
                    if (++ended == articles) {
                        publisher.requestStop();
                    }
                }
            });
        }
    }

    private Publisher open() {
        return Publisher.open(
                publisherRun.settings(), publisherRun.topics(), GeneratedFormat.FORMATS, Clock.systemUTC());
    }

    private PublishRequest request() {
        return PublishRequest.of(List.of(container), Optional.empty());
    }
}
