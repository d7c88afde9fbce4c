package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.Belonging;
import dev.tidings.streams.story.index.Place;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryReason;
import dev.tidings.streams.story.link.LinkFeatureCodec;
import dev.tidings.streams.story.link.LinkFeatures;
import dev.tidings.streams.story.posting.PackedSlots;
import dev.tidings.streams.story.strand.TermVector;
import dev.tidings.streams.story.strand.TermVectorCodec;
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
import java.util.UUID;

/**
 * An article as bytes: a version byte, then the fields in order; texts in modified UTF-8 behind their length, ids of 16
 * bytes, places in the counts of terms of 3.
 *
 * @param article the article
 * @param firstSequence sequence of the eldest article that was remembered when it was written
 */
record StoredArticle(StoryArticle article, long firstSequence) {

    private static final byte VERSION = 1;
    private static final int SCORE_UNITS = 10_000;
    private static final int WEIGHT_UNITS = 100;

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1200);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(firstSequence);
            out.writeLong(article.sequence());
            out.writeLong(article.clock());
            writeId(article.id(), out);
            writeStrand(out);
            out.writeUTF(article.language());
            TermVectorCodec.writeVector(article.vector(), out);
            writeLighterTerms(out);
            LinkFeatureCodec.writeFeatures(article.link(), out);
            writeDetails(article.details(), out);
            writeBelonging(article.belonging(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void writeStrand(DataOutputStream out) throws IOException {
        boolean own = article.strandName().equals(article.id()) && article.strand() == article.sequence();
        out.writeBoolean(own);
        if (!own) {
            out.writeLong(article.strand());
            writeId(article.strandName(), out);
        }
    }

    private static void writeId(String id, DataOutputStream out) throws IOException {
        UUID uuid = UUID.fromString(id);
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    /** The places of the terms of the vector follow from their hashes. */
    private void writeLighterTerms(DataOutputStream out) throws IOException {
        int[] slots = article.lighterTerms().slots();
        out.writeByte(slots.length);
        for (int slot : slots) {
            out.writeByte(slot >> (2 * Byte.SIZE));
            out.writeShort(slot);
        }
    }

    private static void writeDetails(ArticleDetails details, DataOutputStream out) throws IOException {
        out.writeLong(details.revision());
        out.writeUTF(details.uri());
        out.writeUTF(details.source());
        out.writeUTF(details.title().orElse(""));
        out.writeUTF(details.language());
        out.writeUTF(details.script());
        out.writeInt(details.place().partition());
        out.writeLong(details.place().offset());
        out.writeLong(details.place().time());
        out.writeLong(details.decision());
    }

    private static void writeBelonging(Belonging belonging, DataOutputStream out) throws IOException {
        out.writeShort((int) Math.rint(belonging.score() * SCORE_UNITS));
        out.writeBoolean(belonging.nearest().isPresent());
        if (belonging.nearest().isPresent()) {
            writeId(belonging.nearest().get(), out);
        }
        out.writeByte(belonging.reasons().size());
        for (StoryReason reason : belonging.reasons()) {
            out.writeByte(reason.kind().code());
            out.writeUTF(reason.value());
            out.writeShort((int) Math.rint(reason.weight() * WEIGHT_UNITS));
        }
    }

    static StoredArticle fromBytes(int slot, byte[] value) {
        ValueVersion.readVersioned(value, VERSION, StoryStores.ARTICLES);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value, 1, value.length - 1))) {
            long firstSequence = in.readLong();
            long sequence = in.readLong();
            long clock = in.readLong();
            String id = readId(in);
            boolean own = in.readBoolean();
            long strand = own ? sequence : in.readLong();
            String strandName = own ? id : readId(in);
            String language = in.readUTF();
            TermVector vector = TermVectorCodec.readVector(in);
            PackedSlots lighter = readLighterTerms(in);
            LinkFeatures link = LinkFeatureCodec.readFeatures(in, language);
            ArticleDetails details = readDetails(id, in);
            Belonging belonging = readBelonging(in);
            StoryArticle.Terms terms = new StoryArticle.Terms(vector, link, lighter);
            return new StoredArticle(
                    new StoryArticle(sequence, slot, clock, language, details, belonging, terms, strand, strandName),
                    firstSequence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readId(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong()).toString();
    }

    private static PackedSlots readLighterTerms(DataInputStream in) throws IOException {
        int[] slots = new int[in.readUnsignedByte()];
        for (int at = 0; at < slots.length; at++) {
            int high = in.readUnsignedByte() << (2 * Byte.SIZE);
            slots[at] = high | in.readUnsignedShort();
        }
        return PackedSlots.of(slots);
    }

    private static ArticleDetails readDetails(String id, DataInputStream in) throws IOException {
        return new ArticleDetails(
                id,
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                Optional.of(in.readUTF()).filter(title -> !title.isEmpty()),
                in.readUTF(),
                in.readUTF(),
                new Place(in.readInt(), in.readLong(), in.readLong()),
                in.readLong());
    }

    private static Belonging readBelonging(DataInputStream in) throws IOException {
        double score = (double) in.readShort() / SCORE_UNITS;
        Optional<String> nearest = in.readBoolean() ? Optional.of(readId(in)) : Optional.empty();
        int count = in.readUnsignedByte();
        List<StoryReason> reasons = new ArrayList<>(count);
        for (int reason = 0; reason < count; reason++) {
            reasons.add(new StoryReason(
                    StoryReason.Kind.ofCode(in.readUnsignedByte()),
                    in.readUTF(),
                    (double) in.readShort() / WEIGHT_UNITS));
        }
        return new Belonging(score, nearest, reasons);
    }
}
