package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;

class WarcLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "a.warc";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Item item : items) {
            byte[] page = ("<html><head><title>" + item.title() + "</title></head><body><p>" + item.text()
                            + "</p></body></html>")
                    .getBytes(charset);
            byte[] http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=" + charset.name()
                            + "\r\nContent-Length: " + page.length + "\r\n\r\n")
                    .getBytes(US_ASCII);
            file.writeBytes(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/" + item.id()
                            + "\r\nWARC-Date: 2026-03-21T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>"
                            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                            + (http.length + page.length) + "\r\n\r\n")
                    .getBytes(US_ASCII));
            file.writeBytes(http);
            file.writeBytes(page);
            file.writeBytes("\r\n\r\n".getBytes(US_ASCII));
        }
        return file.toByteArray();
    }

    @Override
    String identityOf(Item item) {
        return "https://a.example/" + item.id() + "@2026-03-21T10:00:00Z";
    }

    @Override
    boolean statesTitles() {
        return false;
    }
}
