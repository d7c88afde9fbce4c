package dev.tidings.producer.publish.prepare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

class TarLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "a.tar";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(file, "UTF-8")) {
            for (Item item : items) {
                byte[] content = JsonLinesLawsTest.line(item).getBytes(charset);
                TarArchiveEntry entry = new TarArchiveEntry(item.id() + ".json");
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    String identityOf(Item item) {
        return item.id() + ".json!" + item.id();
    }
}
