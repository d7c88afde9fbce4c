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
import java.util.List;
import java.util.stream.Stream;

/** The formats that Tidings reads, those that are known by more of their content first. */
public final class StandardFormats {

    /** What is not packed. */
    private static final InputFormats PLAIN = new InputFormats(List.of(
            new WarcFormat(),
            new NewsMessageFormat(),
            new FeedFormat(),
            new MailFormat(),
            new PressExportFormat(),
            new JsonLinesFormat(),
            new JsonFormat(),
            new MarkdownFormat(),
            new WebPageFormat(),
            new PlainTextFormat()));

    /** An archive holds compressed files, and may be compressed itself; nothing is packed deeper. */
    private static final InputFormat ARCHIVE = new ArchiveFormat(with(new CompressedFormat(PLAIN)));

    private static final InputFormats ALL = new InputFormats(
            Stream.concat(Stream.of(new CompressedFormat(with(ARCHIVE))), with(ARCHIVE).formats().stream())
                    .toList());

    private StandardFormats() {}

    private static InputFormats with(InputFormat packed) {
        return new InputFormats(
                Stream.concat(Stream.of(packed), PLAIN.formats().stream()).toList());
    }

    /** Returns the formats, in the order in which they are asked. */
    public static InputFormats formats() {
        return ALL;
    }
}
