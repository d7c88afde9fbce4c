package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.CueLines;
import dev.tidings.streams.extract.Dateline;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.streams.extract.Title;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * Renders HTML that is an article and nothing else, as feeds and agencies send it: every paragraph belongs to it. Makes
 * no request. Safe for use by many threads.
 */
public final class HtmlFragmentExtractor implements Extractor {

    private static final String VERSION = "html-fragment/1";

    private static final int MIN_REPEATED_CHARS = 40;

    private final CueLines cues = new CueLines();

    @Override
    public String version() {
        return VERSION;
    }

    /** Nothing is a fragment by its media type; whoever takes an item apart knows. */
    @Override
    public boolean supportsMediaType(String mediaType) {
        return false;
    }

    /** Returns the words of a text that may be marked up, on one line. */
    public static String textOf(String text) {
        return LinkedData.withoutMarkup(text);
    }

    @Override
    public Extraction extractArticle(Document document) {
        Optional<Title> title = document.suppliedTitle()
                .filter(text -> !Title.oneLine(text).isEmpty())
                .map(text -> new Title(text, Title.Origin.SUPPLIED));
        Rendering rendering = new Rendering();
        title.ifPresent(found -> rendering.addParagraph(found.text(), TextBlockRole.HEADLINE));
        writeRuns(document.content(), title.map(Title::text).orElse(""), rendering);
        List<TextBlock> textBlocks = new ArrayList<>(rendering.blocks());
        cues.markBlocks(rendering.text(), textBlocks);
        boolean article =
                textBlocks.stream().anyMatch(textBlock -> textBlock.role().isBody());
        return new Extraction(
                rendering.text(),
                textBlocks,
                title,
                VERSION,
                article ? List.of() : List.of(Extraction.NO_ARTICLE),
                metadataOf(rendering.text(), textBlocks));
    }

    /** Agencies repeat the headline above the text. */
    private static void writeRuns(String html, String title, Rendering rendering) {
        Set<String> written = new HashSet<>();
        for (TextRun run :
                TextRunExtractor.readRuns(Jsoup.parseBodyFragment(html).body())) {
            if (!run.text().equals(title)) {
                boolean again = run.text().length() >= MIN_REPEATED_CHARS && !written.add(run.text());
                TextBlockRole role =
                        run.kind() == TextRun.Kind.CAPTION ? TextBlockRole.CAPTION : TextBlockRole.PARAGRAPH;
                rendering.addParagraph(run.text(), again ? TextBlockRole.DUPLICATE : role);
            }
        }
    }

    private static DocumentMetadata metadataOf(String text, List<TextBlock> textBlocks) {
        return textBlocks.stream()
                .filter(textBlock -> textBlock.role() == TextBlockRole.PARAGRAPH)
                .findFirst()
                .flatMap(textBlock -> Dateline.of(textBlock.visibleText(text)))
                .map(DocumentMetadata.NONE::locatedAt)
                .orElse(DocumentMetadata.NONE);
    }
}
