package dev.tidings.streams.extract.item;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.streams.extract.Extractors;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.Title;
import dev.tidings.streams.extract.WrittenDate;
import dev.tidings.streams.extract.html.HtmlExtractor;
import dev.tidings.streams.extract.html.HtmlFragmentExtractor;
import dev.tidings.text.vocabulary.LanguageTags;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.StatedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the article of what an item states: its text as plain text or HTML, its metadata as they stand there. */
final class ItemArticle {

    /** Flag: a field has a value of a kind that it cannot have; the article does without. */
    static final String BAD_FIELD = "bad_field";

    private static final int PAGE_LOOK = 2_000;

    private final Extractor pages = new HtmlExtractor();
    private final Extractor fragments = new HtmlFragmentExtractor();
    private final Extractor plain = Extractors.plainText();

    /**
     * Returns the article.
     *
     * @param version name and version of the extractor
     * @param document what was decoded, with the title that came beside it
     * @throws RejectedInputException when what should be the text is none
     */
    Extraction articleOf(String version, StatedArticle stated, Document document) {
        if (stated.wholeText().isEmpty() && !stated.badFields().isEmpty()) {
            throw new RejectedInputException(
                    BAD_FIELD, stated.badFields().get(0) + " is no text; name the key that holds it");
        }
        ItemText text = ItemText.of(stated.wholeText().orElse(new StatedText("", false)));
        Optional<String> title = stated.value(Field.TITLE)
                .map(ItemArticle::titleOf)
                .filter(words -> !words.isEmpty())
                .or(document::suppliedTitle);
        Extraction found = extractorOf(text).extractArticle(new Document(text.content(), title));
        DocumentMetadata metadata = metadataOf(stated, found.documentMetadata());
        return new Extraction(
                found.text(),
                found.textBlocks(),
                found.title(),
                version + ":" + stated.mapping() + "+" + found.extractor(),
                flagsOf(stated, text, found, metadata),
                metadata);
    }

    private Extractor extractorOf(ItemText text) {
        if (!text.html()) {
            return plain;
        }
        String begin = text.content()
                .substring(0, Math.min(PAGE_LOOK, text.content().length()))
                .toLowerCase(Locale.ROOT);
        return begin.contains("<html") || begin.contains("<!doctype") || begin.contains("<body") ? pages : fragments;
    }

    /** No title has markup, however often it was escaped. */
    private static String titleOf(String written) {
        String once = HtmlFragmentExtractor.textOf(
                ItemText.of(new StatedText(written, false)).content());
        return Title.oneLine(HtmlFragmentExtractor.textOf(once));
    }

    private static List<String> flagsOf(
            StatedArticle stated, ItemText text, Extraction found, DocumentMetadata metadata) {
        List<String> flags = new ArrayList<>(text.flags());
        if (!stated.badFields().isEmpty()) {
            flags.add(BAD_FIELD);
        }
        boolean dated = stated.value(Field.PUBLISHED).isPresent();
        if (dated && metadata.published().isEmpty()) {
            flags.add(Extraction.DATE_INVALID);
        }
        return Stream.concat(found.flags().stream(), flags.stream()).distinct().toList();
    }

    /** What the item states goes before what its text says. */
    private static DocumentMetadata metadataOf(StatedArticle stated, DocumentMetadata inText) {
        Optional<String> byline = stated.authors().isEmpty()
                ? stated.value(Field.BYLINE)
                : Optional.of(String.join(", ", stated.authors()));
        List<DocumentMetadata.Source> sources = Stream.concat(
                        stated.credits().stream()
                                .map(credit -> new DocumentMetadata.Source(credit.name(), credit.role())),
                        inText.sources().stream())
                .distinct()
                .toList();
        return new DocumentMetadata(
                byline.map(Title::oneLine).filter(names -> !names.isEmpty()).or(inText::byline),
                inText.located(),
                publishedAt(stated).or(inText::published),
                sources,
                stated.value(Field.CANONICAL_URL)
                        .or(() -> stated.value(Field.URL))
                        .filter(url -> url.contains(":")),
                stated.value(Field.LANGUAGE).flatMap(LanguageTags::tagOf).or(inText::language));
    }

    private static Optional<PublicationDate> publishedAt(StatedArticle stated) {
        return stated.value(Field.PUBLISHED)
                .flatMap(WrittenDate::of)
                .or(() -> stated.value(Field.MODIFIED).flatMap(WrittenDate::of));
    }
}
