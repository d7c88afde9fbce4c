package dev.tidings.streams.dedup.trace;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * An incoming text: its trace, and the sentences that the trace was made of. The sentences are needed once, when the
 * text is compared with earlier ones, and not kept.
 *
 * @param trace the trace
 * @param sentences its sentences in order; their words are the symbols of the trace
 * @param mainNames the names that it repeats so often that it is about them, the most frequent first
 */
public record TracedText(TextTrace trace, List<TracedSentence> sentences, List<MainName> mainNames) {

    /** A text that says nothing. */
    public static final TracedText EMPTY = new TracedText(TextTrace.EMPTY, List.of(), List.of());

    /** Most units of a text. */
    private static final int MAX_UNITS = Integer.MAX_VALUE;

    private static final int MAX_NUMBERS = 1 << 16;

    /** Freezes the lists. */
    public TracedText {
        sentences = List.copyOf(sentences);
        mainNames = List.copyOf(mainNames);
    }

    /** Returns the same text with its sentences at the places that a function gives for theirs. */
    public TracedText movedTo(IntUnaryOperator places) {
        List<TracedSentence> moved = sentences.stream()
                .map(sentence -> sentence.movedTo(
                        places.applyAsInt(sentence.start()), places.applyAsInt(sentence.end() - 1) + 1))
                .toList();
        return new TracedText(trace, moved, mainNames);
    }

    /**
     * Returns the sentences as bytes: their number, of each the way to it, its length, its words and numbers, and the
     * main names.
     */
    public byte[] sentenceBytes() {
        int numbers = sentences.stream()
                .mapToInt(sentence ->
                        sentence.digits().maxBytes() + sentence.spelled().maxBytes())
                .sum();
        int names = mainNames.stream().mapToInt(MainName::maxBytes).sum();
        ByteBuffer out = ByteBuffer.allocate((2 + 3 * sentences.size()) * Varints.MAX_BYTES + numbers + names);
        Varints.put(out, sentences.size());
        int from = 0;
        for (TracedSentence sentence : sentences) {
            Varints.put(out, sentence.start() - from);
            Varints.put(out, sentence.end() - sentence.start());
            Varints.put(out, sentence.words());
            sentence.digits().writeTo(out);
            sentence.spelled().writeTo(out);
            from = sentence.end();
        }
        Varints.put(out, mainNames.size());
        mainNames.forEach(name -> name.writeTo(out, trace.names()));
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /**
     * Reads sentences.
     *
     * @param bytes what {@link #sentenceBytes} wrote, or none; its position does not move
     * @param trace the trace they belong to
     * @return empty when the bytes are something else, or the sentences of another trace
     */
    public static Optional<TracedText> fromBytes(TextTrace trace, ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return trace.words().size() == 0 ? Optional.of(EMPTY) : Optional.empty();
        }
        try {
            ByteBuffer in = bytes.duplicate();
            List<TracedSentence> sentences = readAll(in);
            List<MainName> mainNames = readNames(in, trace.names(), sentences.size());
            int words = sentences.stream().mapToInt(TracedSentence::words).sum();
            return in.hasRemaining() || words != trace.words().size()
                    ? Optional.empty()
                    : Optional.of(new TracedText(trace, sentences, mainNames));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static List<TracedSentence> readAll(ByteBuffer in) {
        int count = Varints.get(in, WordSymbols.MAX_SYMBOLS);
        List<TracedSentence> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int start = from + Varints.get(in, MAX_UNITS - from);
            int end = start + Varints.get(in, MAX_UNITS - start);
            int words = Varints.get(in, WordSymbols.MAX_SYMBOLS);
            Codes digits = Codes.readFrom(in, MAX_NUMBERS);
            sentences.add(new TracedSentence(start, end, words, digits, Codes.readFrom(in, MAX_NUMBERS)));
            from = end;
        }
        return sentences;
    }

    private static List<MainName> readNames(ByteBuffer in, Codes codes, int sentences) {
        int count = Varints.get(in, TextTrace.MAX_NAMES);
        List<MainName> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(MainName.readFrom(in, codes, sentences));
        }
        return names;
    }
}
