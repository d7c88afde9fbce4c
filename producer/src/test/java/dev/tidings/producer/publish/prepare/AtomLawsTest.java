package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class AtomLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "feed.atom";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(item -> "<entry><id>urn:x:" + item.id() + "</id><title type=\"text\">" + item.title()
                        + "</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>"
                        + item.text()
                        + "</p></div></content></entry>")
                .collect(Collectors.joining(
                        "\n",
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"
                                + "<title>News</title>",
                        "</feed>\n"))
                .getBytes(charset);
    }

    @Override
    String identityOf(Item item) {
        return "urn:x:" + item.id();
    }
}
