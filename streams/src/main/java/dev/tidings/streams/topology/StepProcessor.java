package dev.tidings.streams.topology;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.streams.failure.Failures;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Runs one pure step on every article; an article it fails on goes to the dead letters. */
final class StepProcessor<I, O> extends ContextualProcessor<byte[], InFlight<I>, byte[], Object> {

    private final String name;
    private final FailureCategory rejected;
    private final Function<I, O> step;
    private final String next;

    StepProcessor(String name, FailureCategory rejected, Function<I, O> step, String next) {
        this.name = name;
        this.rejected = rejected;
        this.step = step;
        this.next = next;
    }

    @Override
    public void process(Record<byte[], InFlight<I>> record) {
        InFlight<I> article = record.value();
        O result;
        try {
            result = step.apply(article.article());
        } catch (Throwable e) {
            // An Error of a parser, StackOverflowError above all, would pass every handler of Kafka Streams.
            Failure failure = Failures.of(rejected, e);
            context().forward(record.withValue(article.failed(name, failure)), AnalyseTopology.BURY);
            return;
        }
        context().forward(record.withValue(article.with(result)), next);
    }
}
