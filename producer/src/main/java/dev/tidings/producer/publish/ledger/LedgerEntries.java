package dev.tidings.producer.publish.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.serde.UndecodableException;
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.LedgerEntry;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Takes the entries of one root out of the records of the ledger, among which are those of other roots, removals, and
 * what others may have written. A record that cannot be read is told and passed over: what stood there before it still
 * counts.
 */
final class LedgerEntries {

    private final Ledger ledger;
    private final String prefix;
    private final Deserializer<LedgerEntry> deserializer;
    private final Consumer<String> teller;

    /**
     * Makes one.
     *
     * @param teller takes a line for people about each record that is passed over
     */
    LedgerEntries(
            Ledger ledger, SourceRoot sourceRoot, Deserializer<LedgerEntry> deserializer, Consumer<String> teller) {
        this.teller = teller;
        this.ledger = ledger;
        this.prefix = sourceRoot.uriOf("");
        this.deserializer = deserializer;
    }

    /**
     * Takes a record.
     *
     * @throws dev.tidings.kafka.serde.RegistryUnavailableException when it cannot be told what it is
     */
    void takeRecord(ConsumerRecord<byte[], byte[]> record) {
        String uri = record.key() == null ? "" : new String(record.key(), UTF_8);
        if (!uri.startsWith(prefix)) {
            return;
        }
        if (record.value() == null) {
            ledger.remove(uri);
        } else {
            putEntry(uri, record);
        }
    }

    private void putEntry(String uri, ConsumerRecord<byte[], byte[]> record) {
        try {
            LedgerEntry entry = deserializer.deserialize(record.topic(), record.value());
            if (!entry.getUri().equals(uri)) {
                throw new UndecodableException("malformed", "the entry is of another input");
            }
            ledger.put(entry);
        } catch (UndecodableException e) {
            teller.accept("the record " + record.topic() + "-" + record.partition() + "@" + record.offset()
                    + " is no entry of the ledger (" + e.reason()
                    + ") and is passed over; a null value for its key removes it");
        }
    }
}
