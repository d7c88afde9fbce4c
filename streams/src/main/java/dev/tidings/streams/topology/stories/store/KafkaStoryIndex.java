package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.score.StoryTermList;
import dev.tidings.streams.topology.store.RecentValues;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The story index in key-value stores. How many articles have a term is counted in memory, anew from the stored
 * articles whenever the task is assigned. Ids are UUIDs. For the stream thread that owns the stores.
 */
public final class KafkaStoryIndex implements StoryIndex {

    /** Most articles that expire when one is added: a commit must not wait for days of news to be deleted. */
    static final int MAX_FORGOTTEN_PER_ADD = 64;

    /** How many stories are cached, those that every other article is compared with; the largest take 50 KB each. */
    private static final int MAX_CACHED_GROUPS = 256;

    private static final byte PROGRESS_VERSION = 1;
    private static final Bytes ONLY = Bytes.wrap(new byte[] {0});

    private final StoryArticles articles;
    private final KeyValueStore<Bytes, byte[]> groups;
    private final KeyValueStore<Bytes, byte[]> members;
    private final StoryTermIndex postings;
    private final KeyValueStore<Bytes, byte[]> progress;
    private final TimeIndex times;
    private final StoryTermCounts counts = new StoryTermCounts();
    private final RecentValues<String, Optional<StoryGroup>> recentGroups = new RecentValues<>(MAX_CACHED_GROUPS);
    private long articleCount;

    /**
     * Makes the index and reads all stored articles once, to count their terms.
     *
     * @param stores returns the store of a name of {@link StoryStores}
     */
    public KafkaStoryIndex(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        articles = new StoryArticles(stores.apply(StoryStores.ARTICLES));
        groups = stores.apply(StoryStores.GROUPS);
        members = stores.apply(StoryStores.MEMBERS);
        postings = new StoryTermIndex(stores.apply(StoryStores.TERMS));
        progress = stores.apply(StoryStores.PROGRESS);
        times = new TimeIndex(stores.apply(StoryStores.TIMES));
        articles.forEach(value -> count(value.article().features()));
    }

    /**
     * Returns the newest raw time that the store {@link StoryStores#PROGRESS} knows of, for readers outside of the
     * task; empty before the first article.
     *
     * @param window how far before that time articles expire
     */
    public static OptionalLong readClock(ReadOnlyKeyValueStore<Bytes, byte[]> progress, Duration window) {
        OptionalLong expiry = readExpiry(progress);
        return expiry.isPresent() ? OptionalLong.of(expiry.getAsLong() + window.toMillis()) : expiry;
    }

    private static OptionalLong readExpiry(ReadOnlyKeyValueStore<Bytes, byte[]> progress) {
        byte[] value = progress.get(ONLY);
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(ValueVersion.readVersioned(value, PROGRESS_VERSION, StoryStores.PROGRESS)
                        .getLong());
    }

    private void count(EventFeatures features) {
        StoryTermList.allTerms(features).forEach(counts::add);
        articleCount++;
    }

    @Override
    public long articleCount() {
        return articleCount;
    }

    @Override
    public int documentCount(StoryTerm storyTerm) {
        return counts.countOf(storyTerm);
    }

    @Override
    public List<String> articlesWithTerm(StoryTerm storyTerm, int most) {
        return postings.newestIds(StoryKeys.hashOf(storyTerm), most);
    }

    @Override
    public Optional<String> storyOf(String articleId) {
        return articles.storyOf(articleId);
    }

    @Override
    public Optional<StoryArticle> findArticle(String articleId) {
        return articles.get(articleId).map(StoryArticleValue::article);
    }

    @Override
    public void putArticle(StoryArticle article) {
        Optional<StoryArticleValue> known = articles.get(article.id());
        if (known.isPresent() && known.get().article().isFoundAs(article)) {
            articles.put(new StoryArticleValue(article, known.get().terms()));
            return;
        }
        known.ifPresent(this::takeOut);
        List<Long> found = StoryTermList.findableTerms(article.features(), this).stream()
                .map(StoryKeys::hashOf)
                .toList();
        articles.put(new StoryArticleValue(article, found));
        found.forEach(term -> postings.add(term, article));
        times.add(article.time(), article.id());
        count(article.features());
    }

    private void takeOut(StoryArticleValue value) {
        StoryArticle article = value.article();
        value.terms().forEach(term -> postings.remove(term, article));
        times.remove(article.time(), article.id());
        StoryTermList.allTerms(article.features()).forEach(counts::remove);
        articleCount--;
    }

    @Override
    public Optional<StoryGroup> findStory(String storyId) {
        return recentGroups.get(storyId, this::readStory);
    }

    private Optional<StoryGroup> readStory(String storyId) {
        return Optional.ofNullable(groups.get(StoryKeys.idBytes(storyId)))
                .map(value -> StoryGroupValue.fromBytes(storyId, value));
    }

    @Override
    public void putStory(StoryGroup story) {
        if (story.mergedInto().isPresent()) {
            removeStory(story.id());
        } else {
            recentGroups.put(story.id(), Optional.of(story));
            groups.put(StoryKeys.idBytes(story.id()), StoryGroupValue.toBytes(story));
        }
    }

    private void removeStory(String storyId) {
        recentGroups.put(storyId, Optional.empty());
        groups.delete(StoryKeys.idBytes(storyId));
    }

    /** Returns the membership of an article; empty when it is unknown or has expired. */
    public Optional<Membership> membership(String articleId) {
        return Optional.ofNullable(members.get(StoryKeys.idBytes(articleId)))
                .map(value -> MembershipValue.fromBytes(articleId, value));
    }

    /** Stores a membership for as long as its article is indexed. */
    public void put(Membership membership) {
        members.put(StoryKeys.idBytes(membership.articleId()), MembershipValue.toBytes(membership));
    }

    @Override
    public void expireBefore(long before) {
        OptionalLong known = readExpiry(progress);
        long next = StoryIndex.expiryAfter(known, before);
        if (known.isEmpty() || next > known.getAsLong()) {
            writeExpiry(next);
        }
        times.takeBefore(Math.min(before, known.orElse(before)), MAX_FORGOTTEN_PER_ADD)
                .forEach(this::forgetArticle);
    }

    private void writeExpiry(long time) {
        progress.put(
                ONLY,
                ByteBuffer.allocate(1 + Long.BYTES)
                        .put(PROGRESS_VERSION)
                        .putLong(time)
                        .array());
    }

    private void forgetArticle(String id) {
        articles.get(id).ifPresent(value -> {
            takeOut(value);
            articles.delete(id);
            members.delete(StoryKeys.idBytes(id));
            leaveStory(value.article());
        });
    }

    private void leaveStory(StoryArticle article) {
        findStory(article.storyId())
                .map(story -> story.withoutMember(article.id()))
                .ifPresent(story -> {
                    if (story.members().isEmpty()) {
                        removeStory(story.id());
                    } else {
                        putStory(story);
                    }
                });
    }
}
