package dev.tidings.producer.format.xml;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.shared.ByteWindow;
import dev.tidings.producer.format.shared.StatedMetadata;
import dev.tidings.producer.format.xml.XmlScanner.Kind;
import dev.tidings.text.vocabulary.MemberText;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a document element by element: those that its family calls articles. Whatever stands before the root is passed
 * over, as is all else that is no item, so a broken item breaks no other. Holds one item at a time.
 */
final class XmlItemReader implements RecordReader {

    private static final int MAX_DEPTH = 1_000;

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private static final Pattern LANGUAGE = Pattern.compile(
            "<(?:dc:)?language>\\s*(?:<!\\[CDATA\\[)?\\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3})\\s*(?:\\]\\]>)?\\s*</");

    private final ByteWindow window;
    private final XmlScanner scanner;
    private final long maxBytes;
    private final Namespaces namespaces = new Namespaces();
    private Optional<XmlFamily> family = Optional.empty();
    private Optional<String> charset = Optional.empty();
    private String language = "";
    private String rootName = "";
    private boolean inItems;
    private boolean ended;
    private int depth;

    XmlItemReader(InputStream in, long maxBytes) {
        this.window = new ByteWindow(in, maxBytes);
        this.scanner = new XmlScanner(window);
        this.maxBytes = maxBytes;
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        while (!ended) {
            Kind kind = scanner.next();
            switch (kind) {
                case END_OF_INPUT -> throw endedEarly();
                case INSTRUCTION -> readDeclaration();
                case DOCTYPE -> refuseEntities();
                case END -> closeElement();
                case EMPTY, START -> {
                    Optional<InputRecord> record = takeElement(kind);
                    if (record.isPresent()) {
                        return record;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private FormatException endedEarly() {
        return family.isEmpty()
                ? new FormatException("not_a_feed", "there is neither a feed nor a news message in it")
                : new FormatException("truncated", "the root is not closed; what stands before is published");
    }

    private void readDeclaration() {
        Matcher encoding = ENCODING.matcher(scanner.tag());
        if (scanner.tag().startsWith("<?xml ") && encoding.find()) {
            charset = Optional.of(encoding.group(1))
                    .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("utf-16"));
        }
    }

    private void refuseEntities() throws FormatException {
        if (scanner.tag().contains("<!ENTITY") || scanner.tag().contains("<!ATTLIST")) {
            throw new FormatException("doctype", "the document type defines entities; take it out");
        }
    }

    private void closeElement() {
        depth = Math.max(0, depth - 1);
        ended = family.isPresent() && rootName.equals(localName());
    }

    private Optional<InputRecord> takeElement(Kind kind) throws IOException {
        String name = localName();
        if (family.isEmpty()) {
            findRoot(name, kind);
            if (family.isEmpty() || !family.get().isItem(name)) {
                return Optional.empty();
            }
        }
        if (family.get().isItem(name) || family.get().isOther(name)) {
            return Optional.of(takeItem(kind, name));
        }
        if (kind == Kind.START && ++depth > MAX_DEPTH) {
            throw new FormatException("too_deep", "elements are nested more than " + MAX_DEPTH + " deep");
        }
        if (!inItems) {
            namespaces.addTag(scanner.tag());
        }
        return Optional.empty();
    }

    private void findRoot(String name, Kind kind) throws FormatException {
        if (name.equalsIgnoreCase("html")) {
            throw new FormatException("not_a_feed", "it is a web page; call it .html if it is the article");
        }
        family = XmlFamily.ofRoot(name);
        if (family.isPresent()) {
            namespaces.addTag(scanner.tag());
            rootName = name;
            depth = 1;
            ended = kind == Kind.EMPTY;
        }
    }

    private InputRecord takeItem(Kind kind, String name) throws IOException {
        long start = scanner.tagStart();
        String tag = scanner.tag();
        String fullName = scanner.name();
        if (!inItems) {
            inItems = true;
            language = languageBefore(start);
        }
        window.markAt(start);
        int deepest = kind == Kind.EMPTY ? 0 : readToEnd(name);
        long end = scanner.position();
        ended = rootName.equals(name);
        ByteBuffer bytes = window.marked(end);
        if (end - start > maxBytes) {
            return rejected(
                    start, bytes, end - start, RejectedRecord.TOO_LARGE, "more than max.article.bytes = " + maxBytes);
        }
        return deepest > MAX_DEPTH
                ? rejected(start, bytes, end - start, "too_deep", "elements nested more than " + MAX_DEPTH + " deep")
                : recordOf(start, namespaces.declaredIn(bytes, tag, fullName), name);
    }

    /** Reads to where the item is closed; returns how deep it goes. */
    private int readToEnd(String name) throws IOException {
        int open = 1;
        int level = 0;
        int deepest = 0;
        while (open > 0) {
            Kind kind = scanner.next();
            boolean same =
                    (kind == Kind.START || kind == Kind.END) && localName().equals(name);
            switch (kind) {
                case START -> {
                    open += same ? 1 : 0;
                    deepest = Math.max(deepest, ++level);
                }
                case END -> {
                    open -= same ? 1 : 0;
                    level--;
                }
                case END_OF_INPUT -> throw endedEarly();
                default -> {
                    // Neither opens nor closes anything.
                }
            }
        }
        return deepest;
    }

    private String languageBefore(long start) {
        if (window.isCut()) {
            return "";
        }
        Matcher stated = LANGUAGE.matcher(MemberText.decode(window.marked(start), charset));
        return stated.find() ? stated.group(1) : "";
    }

    private InputRecord recordOf(long start, ByteBuffer bytes, String name) {
        XmlFamily known = family.orElseThrow();
        StatedArticle stated = known.read(MemberText.decode(bytes, charset));
        Optional<String> id = stated.value(Field.ID);
        Optional<String> url = stated.value(Field.URL);
        if (known.isOther(name) || !stated.isArticle()) {
            String message = known.isOther(name) ? name + " is no article" : name + " has neither title nor text";
            return new SkippedRecord(start, id, url, bytes, SkippedRecord.NOT_AN_ARTICLE, message);
        }
        return new SuppliedArticle(
                bytes,
                known.format(),
                known.mediaType(),
                start,
                id,
                StatedMetadata.metadataOf(stated, language, charset.orElse("")));
    }

    private static RejectedRecord rejected(long start, ByteBuffer bytes, long size, String reason, String message) {
        return new RejectedRecord(
                start,
                Optional.empty(),
                Optional.empty(),
                bytes,
                size,
                reason,
                "the item at byte " + start + " has " + size + " bytes and is refused: " + message);
    }

    private String localName() {
        String name = scanner.name();
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
