package dev.tidings.producer.format.xml;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.shared.AsciiInput;
import dev.tidings.producer.source.InputContent;
import java.io.IOException;
import java.util.regex.Pattern;

/** A message of an agency: the texts in it are articles; pictures, packages and events are passed over. */
public final class NewsMessageFormat implements InputFormat {

    private static final Pattern ROOT = Pattern.compile(
            "<(?:!DOCTYPE\\s+)?(?:[A-Za-z][\\w.-]{0,40}:)?(?:newsMessage|newsItem|NewsML|nitf)(?:[\\s>]|$)");

    @Override
    public String name() {
        return "newsml";
    }

    @Override
    public String description() {
        return "NITF, NewsML-G2, NewsML 1";
    }

    @Override
    public String identity() {
        return "guid or hash of each message";
    }

    @Override
    public boolean claims(InputSample sample) {
        return sample.start().startsWith("<") && FeedFormat.isFirst(ROOT, sample.start());
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return new XmlItemReader(AsciiInput.open(content), maxArticleBytes);
    }
}
