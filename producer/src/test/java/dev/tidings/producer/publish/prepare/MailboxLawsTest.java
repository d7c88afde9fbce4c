package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

class MailboxLawsTest extends FormatLaws {

    @Override
    String fileName() {
        return "news.mbox";
    }

    @Override
    byte[] fileOf(List<Item> items, Charset charset) {
        return items.stream()
                .map(item -> mail(item, charset))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(charset);
    }

    private static String mail(Item item, Charset charset) {
        return "From desk@example.org Mon Sep  6 16:45:00 2021\nMessage-ID: <" + item.id() + "@example.org>\n"
                + "Date: Mon, 06 Sep 2021 16:45:00 +0000\nFrom: Desk <desk@example.org>\nSubject: =?utf-8?B?"
                + Base64.getEncoder().encodeToString(item.title().getBytes(UTF_8)) + "?=\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=" + charset.name() + "\nContent-Transfer-Encoding: 8bit\n\n"
                + item.text() + "\n";
    }

    @Override
    String identityOf(Item item) {
        return item.id() + "@example.org";
    }

    /** A mailbox is a list of mails, and ends wherever it ends. */
    @Override
    boolean knowsItsEnd() {
        return false;
    }
}
