package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.source.Sha256;
import java.nio.charset.Charset;
import java.util.List;

class LexisLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "export.txt";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            file.append("                   %d of %d DOCUMENTS\n".formatted(i + 1, items.size()))
                    .append(article(items.get(i)));
        }
        return file.toString().getBytes(charset);
    }

    private static String article(Item item) {
        return """

                                   The Daily Example

                              September 6, 2021 Monday

               %s

               LENGTH: 12 words

               %s

               LOAD-DATE: September 7, 2021

               """.formatted(item.title(), item.text());
    }

    @Override
    String identityOf(Item item) {
        return Sha256.hexOf(article(item).getBytes(UTF_8));
    }

    @Override
    boolean statesIds() {
        return false;
    }

    @Override
    boolean knowsItsEnd() {
        return false;
    }
}
