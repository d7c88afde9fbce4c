package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class JsonDocumentLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "feed.json";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(JsonLinesLawsTest::line)
                .collect(Collectors.joining(
                        ",\n  ",
                        "{\"version\": \"https://jsonfeed.org/version/1.1\",\n \"title\": \"News\",\n \"items\": [\n  ",
                        "\n ]\n}\n"))
                .getBytes(charset);
    }

    @Override
    String identityOf(Item item) {
        return item.id();
    }
}
