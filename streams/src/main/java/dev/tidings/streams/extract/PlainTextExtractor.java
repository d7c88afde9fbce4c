package dev.tidings.streams.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the article in plain text: paragraphs, lines about the article, title, doubled blocks, captions, boilerplate.
 */
final class PlainTextExtractor implements Extractor {

    private static final String VERSION = "plain-text/3";

    private final ParagraphSplitter splitter = new ParagraphSplitter();
    private final MetadataLines metadata = new MetadataLines();
    private final TitleRule titles = new TitleRule();
    private final CueLines cues = new CueLines();

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public boolean supportsMediaType(String mediaType) {
        return mediaType.startsWith("text/");
    }

    @Override
    public Extraction extractArticle(Document document) {
        String text = document.content();
        List<TextBlock> textBlocks = new ArrayList<>(splitter.splitParagraphs(text));
        int first = metadata.markBlocks(text, textBlocks);
        Optional<Title> title = titles.findTitle(document, textBlocks, first);
        markDoubled(text, textBlocks);
        cues.markBlocks(text, textBlocks);
        return new Extraction(
                text, textBlocks, title, VERSION, flagsOf(text, textBlocks, title), metadataOf(text, textBlocks));
    }

    private static DocumentMetadata metadataOf(String text, List<TextBlock> textBlocks) {
        return textBlocks.stream()
                .filter(textBlock -> textBlock.role().isBody())
                .findFirst()
                .flatMap(textBlock -> Dateline.of(textBlock.visibleText(text)))
                .map(DocumentMetadata.NONE::locatedAt)
                .orElse(DocumentMetadata.NONE);
    }

    /** A caption is often there twice, once for the picture and once for its enlargement. */
    private static void markDoubled(String text, List<TextBlock> textBlocks) {
        for (int i = 1; i < textBlocks.size(); i++) {
            if (textBlocks.get(i).repeatsText(textBlocks.get(i - 1), text)) {
                textBlocks.set(i, textBlocks.get(i).withRole(TextBlockRole.DUPLICATE));
            }
        }
    }

    private static List<String> flagsOf(String text, List<TextBlock> textBlocks, Optional<Title> title) {
        List<String> flags = new ArrayList<>();
        if (title.isEmpty() && Blank.isBlank(text)) {
            flags.add(Extraction.EMPTY);
        }
        if (textBlocks.size() == ParagraphSplitter.MAX_BLOCKS) {
            flags.add(Extraction.BLOCKS_CUT);
        }
        return flags;
    }
}
