package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class JsonLinesLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "a.jsonl";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(JsonLinesLawsTest::line)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(charset);
    }

    static String line(Item item) {
        return "{\"id\":\"" + item.id() + "\",\"title\":\"" + item.title() + "\",\"text\":\"" + item.text() + "\"}";
    }

    @Override
    String identityOf(Item item) {
        return item.id();
    }
}
