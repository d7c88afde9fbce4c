package dev.tidings.streams.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the article in plain text: paragraphs, lines about the article, title, doubled blocks, captions, boilerplate. */
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
    public boolean reads(String mediaType) {
        return mediaType.startsWith("text/");
    }

    @Override
    public Extraction extract(Document document) {
        String text = document.content();
        List<Block> blocks = new ArrayList<>(splitter.split(text));
        int first = metadata.mark(text, blocks);
        Optional<Title> title = titles.find(document, blocks, first);
        markDoubled(text, blocks);
        cues.mark(text, blocks);
        return new Extraction(text, blocks, title, VERSION, flags(text, blocks, title), statements(text, blocks));
    }

    private static Statements statements(String text, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.role().isBody())
                .findFirst()
                .flatMap(block -> Dateline.of(block.content(text)))
                .map(Statements.NONE::locatedAt)
                .orElse(Statements.NONE);
    }

    /** A caption is often there twice, once for the picture and once for its enlargement. */
    private static void markDoubled(String text, List<Block> blocks) {
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).repeats(blocks.get(i - 1), text)) {
                blocks.set(i, blocks.get(i).as(BlockRole.DUPLICATE));
            }
        }
    }

    private static List<String> flags(String text, List<Block> blocks, Optional<Title> title) {
        List<String> flags = new ArrayList<>();
        if (title.isEmpty() && Blank.isBlank(text)) {
            flags.add(Extraction.EMPTY);
        }
        if (blocks.size() == ParagraphSplitter.MOST_BLOCKS) {
            flags.add(Extraction.BLOCKS_CUT);
        }
        return flags;
    }
}
