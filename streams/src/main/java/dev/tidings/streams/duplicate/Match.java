package dev.tidings.streams.duplicate;

import java.util.Optional;
import java.util.UUID;

/**
 * The article a decision rests on.
 *
 * @param articleId its identity
 * @param revision its revision
 * @param reference where its raw record stands; empty when no longer known
 * @param similarity what the texts share; empty when it was not measured
 */
public record Match(UUID articleId, long revision, Optional<Reference> reference, Optional<Similarity> similarity) {

    static Match of(Holder holder, Optional<Similarity> similarity) {
        return new Match(holder.articleId(), holder.revision(), Optional.of(holder.reference()), similarity);
    }
}
