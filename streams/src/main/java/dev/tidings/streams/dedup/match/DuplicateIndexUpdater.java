package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.BlockingKey;
import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.Posting;
import dev.tidings.streams.dedup.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Puts decided articles, and what was dead-lettered before it could be decided, into the index. */
final class DuplicateIndexUpdater {

    private final DuplicateIndex duplicateIndex;

    DuplicateIndexUpdater(DuplicateIndex duplicateIndex) {
        this.duplicateIndex = duplicateIndex;
    }

    /** Indexes an article under its blocking keys, notes its revision and schedules its expiry. */
    void indexArticle(IncomingArticle incomingArticle, DuplicateMatch duplicateMatch, UUID cluster) {
        IndexedArticle indexedArticle = toIndexedArticle(incomingArticle, duplicateMatch, cluster);
        duplicateIndex.putArticle(indexedArticle);
        boolean copy = duplicateMatch.rule() == Rule.EXACT_FINGERPRINT;
        indexedArticle.blockingKeys().stream()
                .filter(key -> !copy || key.kind() == BlockingKey.Kind.URL)
                .forEach(key -> addPosting(key, indexedArticle));
        duplicateIndex.putRevisions(incomingArticle.articleId(), updatedRevisions(incomingArticle, cluster));
        duplicateIndex.schedule(Expiry.of(Window.EXACT, indexedArticle.time(), indexedArticle.sourcePosition()));
        if (indexedArticle.shingles().isPresent()) {
            duplicateIndex.schedule(Expiry.of(Window.NEAR, indexedArticle.time(), indexedArticle.sourcePosition()));
        }
    }

    /**
     * Notes that a version of an article was never published, unless one has been decided already: then a later one is
     * a revision of that. A gap before it may hide a publication, so nothing is noted behind one.
     */
    void noteDeadLetter(DeadLetteredVersion version) {
        Optional<ArticleRevisions> known = duplicateIndex.findRevisions(version.articleId());
        if (known.filter(ArticleRevisions::isAnyDecided).isPresent()
                || !ArticleRevisions.followsDeadLetters(known, version.revision(), version.deadLetteredBefore())) {
            return;
        }
        long upTo = Math.max(
                version.revision(),
                known.map(ArticleRevisions::deadLetteredThrough).orElse(0L));
        duplicateIndex.putRevisions(
                version.articleId(), ArticleRevisions.deadLetters(upTo, version.sourcePosition(), version.time()));
        duplicateIndex.putArticle(toIndexedArticle(version));
        duplicateIndex.schedule(Expiry.of(Window.EXACT, version.time(), version.sourcePosition()));
    }

    /** Returns what leads to the revisions of the article when its window has passed; no key leads to it. */
    private static IndexedArticle toIndexedArticle(DeadLetteredVersion version) {
        return new IndexedArticle(
                version.sourcePosition(),
                version.time(),
                version.articleId(),
                version.revision(),
                version.articleId(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                Optional.empty());
    }

    /** Returns what to index of an article. An equal copy brings no new text, so only its own URL need lead to it. */
    private static IndexedArticle toIndexedArticle(
            IncomingArticle incomingArticle, DuplicateMatch duplicateMatch, UUID cluster) {
        Sketch sketch = incomingArticle.sketch();
        boolean copy = duplicateMatch.rule() == Rule.EXACT_FINGERPRINT;
        boolean keepsText = !copy || sketch.urlKey().isPresent();
        return new IndexedArticle(
                incomingArticle.sourcePosition(),
                incomingArticle.time(),
                incomingArticle.articleId(),
                incomingArticle.revision(),
                cluster,
                sketch.exact(),
                duplicateMatch.lowerRevision() ? OptionalLong.empty() : sketch.urlKey(),
                copy ? List.of() : sketch.keys(),
                keepsText ? sketch.shingles() : Optional.empty());
    }

    private void addPosting(BlockingKey key, IndexedArticle indexedArticle) {
        List<Posting> before = duplicateIndex.findPostings(key);
        List<Posting> postings = new ArrayList<>();
        postings.add(new Posting(indexedArticle.sourcePosition(), indexedArticle.time()));
        before.stream().limit(DuplicateThresholds.MAX_KEY_ARTICLES - 1).forEach(postings::add);
        duplicateIndex.putPostings(key, postings);
    }

    private ArticleRevisions updatedRevisions(IncomingArticle incomingArticle, UUID cluster) {
        ArticleRevisions.Seen seen = new ArticleRevisions.Seen(
                incomingArticle.revision(),
                incomingArticle.contentSha256(),
                incomingArticle.sourcePosition(),
                incomingArticle.time(),
                cluster);
        return duplicateIndex
                .findRevisions(incomingArticle.articleId())
                .map(known -> known.plus(seen))
                .orElseGet(() -> new ArticleRevisions(List.of(seen)));
    }
}
