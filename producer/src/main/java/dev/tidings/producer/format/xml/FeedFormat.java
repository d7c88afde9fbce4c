package dev.tidings.producer.format.xml;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.shared.AsciiInput;
import dev.tidings.producer.source.InputContent;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A feed as a file: RSS, RDF, Atom, a news sitemap. Warnings of the server and comments before it are passed over. */
public final class FeedFormat implements InputFormat {

    private static final Pattern ROOT =
            Pattern.compile("<(?:!DOCTYPE\\s+)?(?:[A-Za-z][\\w.-]{0,40}:)?(?:rss|RDF|feed|urlset)(?:[\\s/>]|$)");

    private static final Pattern PAGE = Pattern.compile("<(?:!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public String description() {
        return "RSS 0.9 to 2.0, RDF, Atom, news sitemaps";
    }

    @Override
    public String identity() {
        return "guid, address or hash of each item";
    }

    @Override
    public boolean claims(InputSample sample) {
        String start = sample.start();
        boolean page = PAGE.matcher(start).find();
        if (sample.nameEndsWith(".rss", ".atom", ".rdf")
                || (sample.nameEndsWith(".xml")
                        && (start.isEmpty() || isMisnamed(page && !isFirst(ROOT, start), start)))) {
            return start.isEmpty() || start.startsWith("<");
        }
        return start.startsWith("<") && isFirst(ROOT, start);
    }

    /** Returns whether a root is found, and no page before it; there may be pages in what it holds. */
    static boolean isFirst(Pattern root, String start) {
        Matcher found = root.matcher(start);
        Matcher page = PAGE.matcher(start);
        return found.find() && (!page.find() || found.start() < page.start());
    }

    /** A server that has no feed to give answers with a page. */
    private static boolean isMisnamed(boolean page, String start) {
        return page && !start.startsWith("<?xml");
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return new XmlItemReader(AsciiInput.open(content), maxArticleBytes);
    }
}
