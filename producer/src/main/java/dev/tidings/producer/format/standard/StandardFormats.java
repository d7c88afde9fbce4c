package dev.tidings.producer.format.standard;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.archive.ArchiveFormat;
import dev.tidings.producer.format.archive.CompressedFormat;
import dev.tidings.producer.format.archive.WarcFormat;
import dev.tidings.producer.format.json.JsonFormat;
import dev.tidings.producer.format.json.JsonLinesFormat;
import dev.tidings.producer.format.mail.MailFormat;
import dev.tidings.producer.format.press.PressExportFormat;
import dev.tidings.producer.format.text.MarkdownFormat;
import dev.tidings.producer.format.text.PlainTextFormat;
import dev.tidings.producer.format.text.WebPageFormat;
import dev.tidings.producer.format.xml.FeedFormat;
import dev.tidings.producer.format.xml.NewsMessageFormat;
import dev.tidings.text.vocabulary.CustomMapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats that Tidings reads, those that are known by more of their content first. */
public final class StandardFormats {

    private static final InputFormats ALL = formats(Optional.empty());

    private StandardFormats() {}

    /** Returns the formats, in the order in which they are asked. */
    public static InputFormats formats() {
        return ALL;
    }

    /** Returns the formats, with a mapping of one's own for all JSON. */
    public static InputFormats formats(Optional<CustomMapping> mapping) {
        InputFormats plain = plain(mapping);
        // An archive holds compressed files, and may be compressed itself; nothing is packed deeper.
        InputFormats packed = with(new ArchiveFormat(with(new CompressedFormat(plain), plain)), plain);
        return with(new CompressedFormat(packed), packed);
    }

    private static InputFormats with(InputFormat first, InputFormats formats) {
        return new InputFormats(
                Stream.concat(Stream.of(first), formats.formats().stream()).toList());
    }

    /** What is not packed. */
    private static InputFormats plain(Optional<CustomMapping> mapping) {
        return new InputFormats(List.of(
                new WarcFormat(),
                new NewsMessageFormat(),
                new FeedFormat(),
                new MailFormat(),
                new PressExportFormat(),
                new JsonLinesFormat(mapping),
                new JsonFormat(mapping),
                new MarkdownFormat(),
                new WebPageFormat(),
                new PlainTextFormat()));
    }
}
