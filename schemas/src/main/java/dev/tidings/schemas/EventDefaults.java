package dev.tidings.schemas;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullMarked;

/**
 * Makes events that hold their defaults. Avro's builders ask the schema for every default of every event, and hash
 * whole schemas in doing so, which takes longer than writing the event; here each is asked for once. Safe for use by
 * many threads.
 *
 * @param <T> type of the events
 */
@NullMarked
public final class EventDefaults<T extends SpecificRecord> {

    private final T defaults;
    private final Supplier<T> empty;

    /**
     * Takes the defaults.
     *
     * @param defaults as Avro's builder made it; neither it nor what it holds may be changed afterwards
     * @param empty makes an event in which nothing is set
     */
    public EventDefaults(T defaults, Supplier<T> empty) {
        this.defaults = defaults;
        this.empty = empty;
    }

    /** Returns another event with the same fields; set what differs, but change no list in place. */
    public T newEvent() {
        T event = empty.get();
        int fields = defaults.getSchema().getFields().size();
        for (int field = 0; field < fields; field++) {
            event.put(field, defaults.get(field));
        }
        return event;
    }
}
