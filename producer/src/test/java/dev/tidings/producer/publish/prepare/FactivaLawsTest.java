package dev.tidings.producer.publish.prepare;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class FactivaLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "export.txt";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(FactivaLawsTest::article)
                .collect(Collectors.joining("\n"))
                .getBytes(charset);
    }

    private static String article(Item item) {
        return """
                HD  %s
                WC  12 words
                PD  6 September 2021
                SN  The Daily Example
                LA  English
                LP
                %s
                AN  Document EXMP000020210906%s
                """.formatted(item.title(), item.text(), item.id());
    }

    @Override
    String identityOf(Item item) {
        return "EXMP000020210906" + item.id();
    }
}
