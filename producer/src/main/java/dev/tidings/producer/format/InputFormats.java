package dev.tidings.producer.format;

import java.util.List;
import java.util.Optional;

/** The formats that Tidings reads; the one place that chooses. */
public final class InputFormats {

    private static final List<InputFormat> ALL = List.of(new PlainText(), new WebPage());

    private InputFormats() {}

    /** Returns the first format that claims the name; empty when the file is nothing Tidings reads. */
    public static Optional<InputFormat> of(String fileName) {
        return ALL.stream().filter(format -> format.claims(fileName)).findFirst();
    }
}
