package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatIsHiddenIsPassedOverAndTold() {
        byte[] file = archiveOf(Map.of(".hidden/one.txt", "Words.", "__MACOSX/._two.txt", "Words.", "e.txt", ""));

        assertThat(trial().publish(fileName(), file))
                .allMatch(ended -> ended.outcome() == InputOutcome.SKIPPED)
                .extracting(ended -> ended.uri() + " " + ended.reason())
                .containsExactlyInAnyOrder(
                        "news/a.zip#.hidden/one.txt temporary",
                        "news/a.zip#__MACOSX/._two.txt temporary",
                        "news/a.zip#e.txt empty");
    }

    private static byte[] archiveOf(Map<String, String> members) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(UTF_8));
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
