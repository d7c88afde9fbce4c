package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.topology.store.ValueVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A story that has not been merged into another, as bytes: version, first 8, last 8 bytes, members 16 bytes each. */
final class StoryGroupValue {

    private static final byte VERSION = 1;
    private static final int FIXED_BYTES = 1 + 8 + 8;
    private static final int ID_BYTES = 16;

    private StoryGroupValue() {}

    static byte[] toBytes(StoryGroup story) {
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + story.members().size() * ID_BYTES);
        bytes.put(VERSION).putLong(story.firstTime()).putLong(story.lastTime());
        story.members().forEach(member -> StoryKeys.putId(bytes, member));
        return bytes.array();
    }

    static StoryGroup fromBytes(String id, byte[] value) {
        ByteBuffer bytes = ValueVersion.readVersioned(value, VERSION, StoryStores.GROUPS);
        long first = bytes.getLong();
        long last = bytes.getLong();
        List<String> members = new ArrayList<>(bytes.remaining() / ID_BYTES);
        while (bytes.hasRemaining()) {
            members.add(StoryKeys.idBytes(bytes));
        }
        return new StoryGroup(id, members, first, last, Optional.empty());
    }
}
