package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryReason;
import dev.tidings.streams.topology.store.ValueVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A membership as bytes: a version byte, then the fields in order; texts in modified UTF-8 behind their length, an
 * empty one for none.
 */
final class MembershipValue {

    private static final byte VERSION = 1;

    private MembershipValue() {}

    static byte[] toBytes(Membership membership) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(membership.revision());
            out.writeUTF(membership.uri());
            out.writeUTF(membership.title().orElse(""));
            out.writeUTF(membership.language());
            out.writeUTF(membership.script());
            out.writeInt(membership.place().partition());
            out.writeLong(membership.place().offset());
            out.writeLong(membership.place().time());
            out.writeLong(membership.decision());
            out.writeDouble(membership.score());
            out.writeUTF(membership.nearest().orElse(""));
            out.writeByte(membership.reasons().size());
            for (StoryReason reason : membership.reasons()) {
                out.writeUTF(reason.kind().name());
                out.writeUTF(reason.value());
                out.writeDouble(reason.weight());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Membership fromBytes(String id, byte[] value) {
        ValueVersion.readVersioned(value, VERSION, StoryStores.MEMBERS);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value, 1, value.length - 1))) {
            return new Membership(
                    id,
                    in.readLong(),
                    in.readUTF(),
                    optionalText(in.readUTF()),
                    in.readUTF(),
                    in.readUTF(),
                    new Membership.Place(in.readInt(), in.readLong(), in.readLong()),
                    in.readLong(),
                    in.readDouble(),
                    optionalText(in.readUTF()),
                    readReasons(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<StoryReason> readReasons(DataInputStream in) throws IOException {
        int count = in.readByte();
        List<StoryReason> reasons = new ArrayList<>(count);
        for (int reason = 0; reason < count; reason++) {
            reasons.add(new StoryReason(StoryTerm.Kind.valueOf(in.readUTF()), in.readUTF(), in.readDouble()));
        }
        return reasons;
    }

    private static Optional<String> optionalText(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
