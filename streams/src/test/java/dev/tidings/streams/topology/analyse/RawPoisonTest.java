package dev.tidings.streams.topology.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.topology.AnalyseDriver;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Analyse, which reads {@code tidings.raw}. */
class RawPoisonTest implements PoisonLaws {

    private final AnalyseDriver analyse =
            new AnalyseDriver(Topics.of(Topics.DEFAULT_PREFIX), AnalysisStages.standard());

    @AfterEach
    void close() {
        analyse.close();
    }

    @Override
    public byte[] goodValue(int number) {
        return analyse.bytes(RawArticle.newBuilder()
                .setArticleId(ArticleId.of("news/" + number))
                .setUri("news/" + number)
                .setMediaType("text/plain")
                .setPayload(ByteBuffer.wrap(("A short text of the number " + number).getBytes(UTF_8)))
                .build());
    }

    @Override
    public byte[] goodKey(int number) {
        return RecordKeys.bytes(RecordKeys.article(ArticleId.of("news/" + number), 1));
    }

    @Override
    public byte[] otherValue() {
        return analyse.otherValue();
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        analyse.pipe(new TestRecord<>(key, value));
    }

    @Override
    public List<Integer> taken() {
        return analyse.analysedArticles().stream()
                .map(Analysed::getUri)
                .map(uri -> Integer.valueOf(uri.substring("news/".length())))
                .toList();
    }

    @Override
    public List<String> reasons() {
        return analyse.deadLetters().stream().map(DeadLetter::getReason).toList();
    }
}
