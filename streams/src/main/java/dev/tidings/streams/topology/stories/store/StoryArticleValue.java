package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An indexed article as bytes: version, time 8, story 16 bytes, number of its index terms and their hashes, 8 bytes
 * each, and to the end the features.
 *
 * @param article the article
 * @param terms hashes of the terms it is indexed under
 */
record StoryArticleValue(StoryArticle article, List<Long> terms) {

    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = 1 + 8 + 16 + 1;

    byte[] toBytes() {
        byte[] features = FeatureCodec.toBytes(article.features());
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + terms.size() * Long.BYTES + features.length);
        bytes.put(VERSION).putLong(article.time());
        StoryKeys.putId(bytes, article.storyId()).put((byte) terms.size());
        terms.forEach(bytes::putLong);
        return bytes.put(features).array();
    }

    /** Returns the story of a stored article. */
    static String storyOf(byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, StoryStores.ARTICLES);
        return StoryKeys.idBytes(bytes.position(bytes.position() + Long.BYTES));
    }

    static StoryArticleValue fromBytes(String id, byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, StoryStores.ARTICLES);
        long time = bytes.getLong();
        String story = StoryKeys.idBytes(bytes);
        int count = bytes.get();
        List<Long> terms = new ArrayList<>(count);
        for (int term = 0; term < count; term++) {
            terms.add(bytes.getLong());
        }
        byte[] features = new byte[bytes.remaining()];
        bytes.get(features);
        return new StoryArticleValue(new StoryArticle(id, story, time, FeatureCodec.fromBytes(features)), terms);
    }
}
