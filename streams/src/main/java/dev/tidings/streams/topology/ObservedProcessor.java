package dev.tidings.streams.topology;

import dev.tidings.streams.failure.FailedRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A step whose time is told, without that of the steps after it, which it calls, and whose records are told once they
 * are done.
 */
final class ObservedProcessor<I, O> implements Processor<byte[], I, byte[], O> {

    /** Time of the steps that the present one of this thread has called, in nanoseconds. */
    private static final ThreadLocal<long[]> CALLED = ThreadLocal.withInitial(() -> new long[1]);

    private final Processor<byte[], I, byte[], O> processor;
    private final StageObserver observer;
    private final StageObserver.Step times;
    private final String stage;
    private final String step;

    ObservedProcessor(Processor<byte[], I, byte[], O> processor, StageObserver observer, String stage, String step) {
        this.processor = processor;
        this.observer = observer;
        this.times = observer.observeStep(stage, step);
        this.stage = stage;
        this.step = step;
    }

    @Override
    public void init(ProcessorContext<byte[], O> context) {
        processor.init(context);
    }

    @Override
    public void process(Record<byte[], I> record) {
        long[] called = CALLED.get();
        long calledBefore = called[0];
        called[0] = 0;
        long start = System.nanoTime();
        try {
            processor.process(record);
        } finally {
            long taken = System.nanoTime() - start;
            times.takeTime(taken - called[0]);
            called[0] = calledBefore + taken;
        }
        tellRecord(record);
    }

    private void tellRecord(Record<byte[], I> record) {
        switch (step) {
            case TopologyAssembly.READ -> observer.recordTaken(stage, record.timestamp());
            case TopologyAssembly.DEAD_LETTER -> {
                if (record.value() instanceof FailedRecord failed) {
                    observer.deadLettered(failed.stage(), failed.failure().reason());
                }
            }
            default -> {
                if (record.value() instanceof ObservedValue observed) {
                    observed.tellObserver(observer);
                }
            }
        }
    }

    @Override
    public void close() {
        processor.close();
    }
}
