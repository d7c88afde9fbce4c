package dev.tidings.producer.format.mail;

import dev.tidings.producer.format.InputSample;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a mail by the fields of its header, and a mailbox by the line between its mails. */
final class MailSample {

    /** {@code From a@example.org Mon Sep  6 16:45:00 2021}, as programs write it, with or without an address and a zone. */
    static final Pattern SEPARATOR =
            Pattern.compile("From (?:.{0,300}\\s)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\s+(?:\\d{1,2}\\s+)?"
                    + "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\s.{0,40}\\d{4}.{0,40}");

    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76})[ \\t]{0,4}:.*");
    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|$)");

    /** A text for people may begin with who wrote it, when and on what; only programs write these. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "message-id", "mime-version", "received", "return-path", "delivered-to", "content-transfer-encoding");

    private static final List<String> OF_PEOPLE = List.of("from", "date", "subject");

    private MailSample() {}

    /** Returns whether it begins as a mailbox. */
    static boolean isMailbox(InputSample sample) {
        Matcher first = LINE.matcher(sample.start());
        return first.find() && SEPARATOR.matcher(first.group(1)).matches();
    }

    /** Returns whether it begins with the header of a mail. */
    static boolean isMail(InputSample sample) {
        Set<String> fields = fieldsIn(sample.start());
        return OF_PEOPLE.stream().anyMatch(fields::contains)
                && OF_PROGRAMS.stream().anyMatch(fields::contains);
    }

    /** Returns the names of the fields up to the first line that is none. */
    private static Set<String> fieldsIn(String start) {
        Set<String> fields = new HashSet<>();
        Matcher lines = LINE.matcher(start);
        while (lines.find() && !lines.group(1).isEmpty()) {
            String line = lines.group(1);
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                fields.add(field.group(1).toLowerCase(Locale.ROOT));
            } else if (!Character.isWhitespace(line.charAt(0))) {
                break;
            }
        }
        return fields;
    }
}
