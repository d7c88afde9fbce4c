package dev.tidings.streams.dedup.index;

import dev.tidings.streams.dedup.sketch.ShingleSketch;
import dev.tidings.text.fold.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * An article that deduplication has decided and keeps in its index to compare later ones with.
 *
 * @param sourcePosition where its raw record stands
 * @param time time of the raw record, milliseconds since 1970
 * @param articleId identity
 * @param revision revision
 * @param cluster cluster it was put into
 * @param exact exact fingerprint; empty when the text has none
 * @param urlKey URL key; empty when it has none or another article is the current one there
 * @param keys shingle keys it is indexed under
 * @param shingles sketch to compare with; empty once it has left the near window
 */
public record IndexedArticle(
        SourcePosition sourcePosition,
        long time,
        UUID articleId,
        long revision,
        UUID cluster,
        Optional<Fingerprint> exact,
        OptionalLong urlKey,
        List<Long> keys,
        Optional<ShingleSketch> shingles) {

    /** Freezes the list. */
    public IndexedArticle {
        keys = List.copyOf(keys);
    }

    /** Returns the keys under which it is indexed. */
    public List<BlockingKey> blockingKeys() {
        List<BlockingKey> all = new ArrayList<>();
        exact.map(BlockingKey::ofFingerprint).ifPresent(all::add);
        if (urlKey.isPresent()) {
            all.add(BlockingKey.ofUrlKey(urlKey.getAsLong()));
        }
        keys.stream().map(BlockingKey::ofShingle).forEach(all::add);
        return all;
    }

    /** Returns this article without sketch and shingle keys, which only the near window needs. */
    public IndexedArticle withoutText() {
        return new IndexedArticle(
                sourcePosition, time, articleId, revision, cluster, exact, urlKey, List.of(), Optional.empty());
    }
}
