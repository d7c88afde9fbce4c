package dev.tidings.streams.extract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Chooses the extractor of a document by its media type; what nothing else reads is read as plain text. */
public final class Extractors {

    private final List<Extractor> byFormat;
    private final Extractor plainText = new PlainTextExtractor();

    /**
     * Makes the choice.
     *
     * @param byFormat extractors beside the one of plain text; the first that reads a media type gets it
     */
    public Extractors(List<Extractor> byFormat) {
        this.byFormat = List.copyOf(byFormat);
    }

    /** Returns the extractor of plain text. */
    public static Extractor plainText() {
        return new PlainTextExtractor();
    }

    /** Returns the versions of all extractors, in the order in which they are asked. */
    public List<String> versions() {
        return Stream.concat(byFormat.stream(), Stream.of(plainText))
                .map(Extractor::version)
                .toList();
    }

    /** Returns the extractor of a media type, with or without parameters, in any case. */
    public Extractor forMediaType(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        return byFormat.stream()
                .filter(extractor -> extractor.supportsMediaType(type))
                .findFirst()
                .orElse(plainText);
    }
}
