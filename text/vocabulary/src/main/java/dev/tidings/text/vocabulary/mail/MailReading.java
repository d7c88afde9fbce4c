package dev.tidings.text.vocabulary.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** Walks through the parts of a mail and collects its header and its texts, the most trusted first. For one thread. */
final class MailReading {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_PARTS = 10_000;

    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(MAX_PARTS)
            .build();

    private final MimeTokenStream stream = new MimeTokenStream(LENIENT);
    private final Deque<Group> open = new ArrayDeque<>();
    private final List<MailText> texts = new ArrayList<>();
    private final List<MailText> attached = new ArrayList<>();
    private final List<MailHeader> headers = new ArrayList<>();
    private MailHeader header = new MailHeader();
    private Optional<String> boundary = Optional.empty();
    private String type = "";

    /** Parts that belong together; of alternatives the last is the fullest. */
    private record Group(boolean alternative, List<MailText> texts) {}

    /**
     * Reads a mail.
     *
     * @throws MailException when it is nested deeper, or has more parts, than any mail has
     */
    static MailReading of(ByteBuffer mail) throws MailException {
        byte[] bytes = new byte[mail.remaining()];
        mail.duplicate().get(bytes);
        MailReading reading = new MailReading();
        try {
            reading.walk(new ByteArrayInputStream(bytes));
        } catch (MaxHeaderLimitException e) {
            throw new MailException("limit", "the header of the mail has more fields than any has");
        } catch (MimeException | IOException e) {
            throw new MailException("malformed", "the mail cannot be taken apart: " + e.getMessage());
        }
        return reading;
    }

    private void walk(InputStream in) throws MailException, MimeException, IOException {
        stream.parse(in);
        EntityState state = stream.getState();
        while (state != EntityState.T_END_OF_STREAM) {
            visit(state);
            state = stream.next();
        }
        while (!open.isEmpty()) {
            endGroup();
        }
    }

    private void visit(EntityState state) throws MailException, IOException {
        switch (state) {
            case T_START_HEADER -> startHeader();
            case T_FIELD -> header.add(stream.getField());
            case T_START_MULTIPART -> startGroup();
            case T_END_MULTIPART -> endGroup();
            case T_BODY -> readBody();
            default -> {
                // Preambles, epilogues and ends of headers say nothing.
            }
        }
    }

    private void startHeader() throws MailException {
        header = new MailHeader();
        headers.add(header);
        if (headers.size() > MAX_PARTS) {
            throw new MailException("limit", "the mail has more than " + MAX_PARTS + " parts");
        }
    }

    private void startGroup() throws MailException {
        String subtype = String.valueOf(stream.getBodyDescriptor().getSubType());
        if (open.isEmpty() && type.isEmpty()) {
            type = "multipart/" + subtype;
            boundary = Optional.ofNullable(stream.getBodyDescriptor().getBoundary());
        }
        open.push(new Group(subtype.equalsIgnoreCase("alternative"), new ArrayList<>()));
        if (open.size() > MAX_DEPTH) {
            throw new MailException("too_deep", "parts of the mail are nested more than " + MAX_DEPTH + " times");
        }
    }

    private void endGroup() {
        Group group = open.pop();
        if (group.alternative()) {
            Collections.reverse(group.texts());
        }
        (open.isEmpty() ? texts : open.element().texts()).addAll(group.texts());
    }

    private void readBody() throws IOException {
        if (type.isEmpty()) {
            type = String.valueOf(stream.getBodyDescriptor().getMimeType());
        }
        Optional<MailText> text = MailPart.textOf(
                stream.getBodyDescriptor(),
                header,
                stream.getDecodedInputStream().readAllBytes());
        List<MailText> place = open.isEmpty() ? texts : open.element().texts();
        text.filter(found -> found.content().hasRemaining())
                .ifPresent(MailPart.isAttached(header) ? attached::add : place::add);
    }

    /** Returns the header of the mail itself. */
    MailHeader header() {
        return headers.isEmpty() ? header : headers.get(0);
    }

    /** Returns the media type of the whole; empty when there is nothing behind the header. */
    String type() {
        return type;
    }

    /** Returns what stands between the parts; empty when the mail is of one part. */
    Optional<String> boundary() {
        return boundary;
    }

    /** Returns the texts that are shown, else those that are sent along. */
    List<MailText> texts() {
        return List.copyOf(texts.isEmpty() ? attached : texts);
    }
}
