package dev.tidings.producer.publish.prepare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class GzipLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "a.jsonl.gz";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(file, true)) {
            for (Item item : items) {
                gzip.write((JsonLinesLawsTest.line(item) + "\n").getBytes(charset));
                gzip.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Each line is flushed, so the last stands at the end by itself, before checksum and length. */
    @Override
    int cutOf(byte[] file) {
        return file.length - 24;
    }

    @Override
    String identityOf(Item item) {
        return item.id();
    }
}
