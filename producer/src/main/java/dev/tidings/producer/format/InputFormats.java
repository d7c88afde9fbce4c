package dev.tidings.producer.format;

import dev.tidings.producer.source.InputContent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Formats that are read; the one place that chooses.
 *
 * @param formats in the order in which they are asked
 */
public record InputFormats(List<InputFormat> formats) {

    /** Freezes the list. */
    public InputFormats {
        formats = List.copyOf(formats);
    }

    /** Returns the first format that claims the input; empty when it is nothing that is read. */
    public Optional<InputFormat> formatOf(InputContent content) {
        InputSample sample = sampleOf(content);
        return formats.stream().filter(format -> format.claims(sample)).findFirst();
    }

    /** Returns these formats with a mapping of keys for all JSON; see {@link InputFormat#withMapping}. */
    public InputFormats withMapping(String mapping) {
        return new InputFormats(
                formats.stream().map(format -> format.withMapping(mapping)).toList());
    }

    /** Returns the format of a name. */
    public Optional<InputFormat> named(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** Whoever reads on hears why an input cannot be read; until then its name has to do. */
    private static InputSample sampleOf(InputContent content) {
        try {
            return InputSample.of(content);
        } catch (IOException e) {
            return InputSample.ofName(content);
        }
    }
}
