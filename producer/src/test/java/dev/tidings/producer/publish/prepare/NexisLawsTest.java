package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.producer.source.Sha256;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;

class NexisLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "export.txt";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(NexisLawsTest::article)
                .collect(Collectors.joining())
                .getBytes(charset);
    }

    private static String article(Item item) {
        return """
                %s
                The Daily Example
                September 6, 2021 Monday

                Copyright 2021 Example Limited All Rights Reserved
                Section: NEWS; Pg. 3
                Length: 12 words
                Body

                %s

                Load-Date: September 7, 2021

                End of Document
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
}
