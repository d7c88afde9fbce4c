package dev.tidings.producer.publish;

import dev.tidings.producer.source.Root;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.kafka.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What has been published of one root. Keyed by article id, which takes less memory than the uri it is made of. */
final class Ledger {

    private final Map<UUID, Publication> publications = new HashMap<>();
    private String realRoot = "";

    /** Takes in an entry that is newer than all before. */
    void put(LedgerEntry entry) {
        publications.put(id(entry.getUri()), Publication.of(entry));
        realRoot = entry.getRealRoot();
    }

    /** Takes in what has just been committed. */
    void put(String uri, Publication publication) {
        publications.put(id(uri), publication);
    }

    /** Takes in the removal of an entry. */
    void remove(String uri) {
        publications.remove(id(uri));
    }

    Optional<Publication> of(String uri) {
        return Optional.ofNullable(publications.get(id(uri)));
    }

    /** Two folders of one name would overwrite each other's articles, revision by revision. */
    void checkBelongsTo(Root root) {
        if (!realRoot.isEmpty() && !realRoot.equals(root.realPath().toString())) {
            throw new SettingsException("source name '" + root.name() + "' belongs to " + realRoot + ", not to "
                    + root.realPath() + "; if the folder has moved give --source " + root.name()
                    + ", otherwise --source with another name");
        }
    }

    private static UUID id(String uri) {
        return ArticleId.nameBased(ArticleId.NAMESPACE, uri);
    }
}
