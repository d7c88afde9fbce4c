package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.source.InputContent;
import java.io.IOException;

/** A crawl (WARC): a page is an article, the records around it are none. */
public final class WarcFormat implements InputFormat {

    @Override
    public String name() {
        return "warc";
    }

    @Override
    public String description() {
        return "WARC: pages and texts of a crawl, with content coding undone";
    }

    @Override
    public String identity() {
        return "address and time of each capture";
    }

    @Override
    public boolean claims(InputSample sample) {
        return sample.start().startsWith("WARC/") || sample.nameEndsWith(".warc");
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return WarcRecords.open(content.open(), maxArticleBytes);
    }
}
