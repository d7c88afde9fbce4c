package dev.tidings.producer.publish.ledger;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.LedgerEntry;
import java.util.Optional;
import java.util.UUID;

/**
 * What has been published of one root. Keyed by article id, which takes less room than the uri it is made of; of a
 * large root it is on disk.
 */
public final class Ledger implements AutoCloseable {

    private final SpillingMap publications = new SpillingMap();
    private String realRoot = "";

    /** Adds an entry read from Kafka, newer than all before. */
    public void put(LedgerEntry entry) {
        put(entry.getUri(), LedgerRecord.of(entry));
        realRoot = entry.getRealRoot();
    }

    /** Adds an entry that is about to be committed; when the commit fails, the publisher of this ledger ends. */
    public void put(String uri, LedgerRecord ledgerRecord) {
        publications.put(articleId(uri), ledgerRecord.toBytes());
    }

    /** Removes an entry. */
    void remove(String uri) {
        boolean unused = publications.remove(articleId(uri));
    }

    public Optional<LedgerRecord> findRecord(String uri) {
        return publications.get(articleId(uri)).map(LedgerRecord::ofBytes);
    }

    /** Refuses a second folder of the same name: both would overwrite each other's articles, revision by revision. */
    void checkBelongsTo(SourceRoot sourceRoot) {
        if (!realRoot.isEmpty() && !realRoot.equals(sourceRoot.realPath().toString())) {
            throw new SettingsException("source name '" + sourceRoot.name() + "' belongs to " + realRoot + ", not to "
                    + sourceRoot.realPath() + "; if the folder has moved give --source " + sourceRoot.name()
                    + ", otherwise --source with another name");
        }
    }

    @Override
    public void close() {
        publications.close();
    }

    private static UUID articleId(String uri) {
        return ArticleId.nameBased(ArticleId.NAMESPACE, uri);
    }
}
