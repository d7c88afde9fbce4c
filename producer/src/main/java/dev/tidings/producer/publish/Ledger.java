package dev.tidings.producer.publish;

import dev.tidings.producer.publish.ledger.SpillingMap;
import dev.tidings.producer.source.Root;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.kafka.SettingsException;
import java.util.Optional;
import java.util.UUID;

/**
 * What has been published of one root. Keyed by article id, which takes less room than the uri it is made of; of a large
 * root it is on disk.
 */
final class Ledger implements AutoCloseable {

    private final SpillingMap publications = new SpillingMap();
    private String realRoot = "";

    /** Takes in an entry that is newer than all before. */
    void put(LedgerEntry entry) {
        put(entry.getUri(), Publication.of(entry));
        realRoot = entry.getRealRoot();
    }

    /** Takes in what is about to be committed: when that fails, so does this ledger's publisher. */
    void put(String uri, Publication publication) {
        publications.put(id(uri), publication.toBytes());
    }

    /** Takes in the removal of an entry. */
    void remove(String uri) {
        boolean unused = publications.remove(id(uri));
    }

    Optional<Publication> of(String uri) {
        return publications.get(id(uri)).map(Publication::ofBytes);
    }

    /** Two folders of one name would overwrite each other's articles, revision by revision. */
    void checkBelongsTo(Root root) {
        if (!realRoot.isEmpty() && !realRoot.equals(root.realPath().toString())) {
            throw new SettingsException("source name '" + root.name() + "' belongs to " + realRoot + ", not to "
                    + root.realPath() + "; if the folder has moved give --source " + root.name()
                    + ", otherwise --source with another name");
        }
    }

    @Override
    public void close() {
        publications.close();
    }

    private static UUID id(String uri) {
        return ArticleId.nameBased(ArticleId.NAMESPACE, uri);
    }
}
