package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import java.util.List;
import java.util.Optional;

/**
 * Formats that are read; the one place that chooses.
 *
 * @param formats in the order in which they are asked
 */
public record InputFormats(List<InputFormat> formats) {

    private static final InputFormats STANDARD = new InputFormats(List.of(new PlainTextFormat(), new WebPageFormat()));

    /** Freezes the list. */
    public InputFormats {
        formats = List.copyOf(formats);
    }

    /** Returns the formats that Tidings reads. */
    public static InputFormats standard() {
        return STANDARD;
    }

    /** Returns the first format that claims the input; empty when it is nothing that is read. */
    public Optional<InputFormat> formatOf(InputContent content) {
        return formats.stream().filter(format -> format.claimsName(content)).findFirst();
    }
}
