package dev.tidings.producer.format.mail;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.source.InputContent;
import java.io.IOException;

/** Mails: a file of one, a page that a browser saved as one, or a mailbox. */
public final class MailFormat implements InputFormat {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String description() {
        return "mails and newsletters, mailboxes, pages saved as MHTML";
    }

    @Override
    public String identity() {
        return "Message-ID or hash of each mail";
    }

    @Override
    public boolean claims(InputSample sample) {
        boolean named = sample.nameEndsWith(".eml", ".mbox", ".mbx", ".mht", ".mhtml")
                && (sample.start().isEmpty() || sample.start().charAt(0) != '<')
                && !sample.isBinary();
        return named || MailSample.isMailbox(sample) || MailSample.isMail(sample);
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return MailSample.isMailbox(InputSample.of(content))
                ? new MailboxReader(content, maxArticleBytes)
                : RecordReader.of(MailRecords.readOne(content, maxArticleBytes));
    }
}
