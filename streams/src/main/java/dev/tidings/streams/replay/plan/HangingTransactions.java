package dev.tidings.streams.replay.plan;

import dev.tidings.kafka.admin.ClientRefusedException;
import dev.tidings.kafka.admin.TopicAdmin;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts the transactions that a killed process has left open. Kafka Streams begins anew under other names, so the old
 * ones would block readers until they time out, a minute and more.
 *
 * <p>Not part of the API: public for the packages of replay and recovery.
 */
public final class HangingTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(HangingTransactions.class);

    private HangingTransactions() {}

    /** Aborts them, which also fences a process that is still alive. */
    public static void abortAll(TopicAdmin broker, List<String> applicationIds) {
        try {
            List<String> open = openTransactions(broker).stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> applicationIds.stream().anyMatch(application -> isOf(application, id)))
                    .toList();
            broker.awaitAnswer(broker.adminClient().fenceProducers(open).all());
        } catch (ClientRefusedException e) {
            LOG.warn("open transactions of a former process cannot be ended ({}); they time out", e.getMessage());
        }
    }

    private static List<TransactionListing> openTransactions(TopicAdmin broker) {
        ListTransactionsOptions ongoing = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        return List.copyOf(broker.awaitAnswer(
                broker.adminClient().listTransactions(ongoing).all()));
    }

    /** As Kafka Streams names them: application, process, thread. */
    private static boolean isOf(String applicationId, String transactionalId) {
        return Pattern.matches(Pattern.quote(applicationId) + "-[0-9a-f-]{36}-\\d+", transactionalId);
    }
}
