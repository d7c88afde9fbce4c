package dev.tidings.producer.publish.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * Says why the end of a ledger partition cannot be read: a transaction is open there. Mostly it is under way, and
 * ends by itself. But a lone broker of Kafka 4.3 that is killed and started again can forget to write the end of a
 * transaction (KAFKA-20734); nobody ends that one but an administrator.
 */
record LedgerTransactionBlocker(Admin admin, TopicPartition partition) {

    private static final Set<TransactionState> UNDER_WAY =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    /** Returns cause and fix in one line. */
    String explanation() {
        try {
            Optional<ProducerState> producer = describeProducer();
            return producer.isPresent() && isForgotten(producer.get())
                    ? transactionTimeout(producer.get())
                    : underWay();
        } catch (ExecutionException e) {
            return underWay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return underWay();
        }
    }

    private Optional<ProducerState> describeProducer() throws ExecutionException, InterruptedException {
        return admin.describeProducers(List.of(partition)).partitionResult(partition).get().activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .min(Comparator.comparingLong(
                        producer -> producer.currentTransactionStartOffset().getAsLong()));
    }

    private boolean isForgotten(ProducerState producer) throws ExecutionException, InterruptedException {
        ListTransactionsOptions open = new ListTransactionsOptions()
                .filterProducerIds(Set.of(producer.producerId()))
                .filterStates(UNDER_WAY);
        return admin.listTransactions(open).all().get().isEmpty();
    }

    private String underWay() {
        return "the ledger (" + partition + ") is held by another publisher's unfinished transaction; the broker ends "
                + "it within a minute: publish again then";
    }

    private String transactionTimeout(ProducerState producer) {
        return "the broker has lost the end of a transaction at " + partition + "@"
                + producer.currentTransactionStartOffset().getAsLong()
                + ", so nothing behind it can be read; end it there and wherever 'kafka-transactions.sh find-hanging' "
                + "finds producer " + producer.producerId()
                + ", with 'kafka-transactions.sh abort', then publish again";
    }
}
