package dev.tidings.producer.publish.prepare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Members are stored as they are, so that the laws that break a file find its words. */
class ZipLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "a.zip";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Item item : items) {
                byte[] content = JsonLinesLawsTest.line(item).getBytes(charset);
                ZipEntry entry = new ZipEntry("2026/" + item.id() + ".json");
                CRC32 crc = new CRC32();
                crc.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    String identityOf(Item item) {
        return "2026/" + item.id() + ".json!" + item.id();
    }
}
