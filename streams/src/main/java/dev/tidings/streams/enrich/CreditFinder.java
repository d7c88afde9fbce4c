package dev.tidings.streams.enrich;

import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds credits in what stands around an article: the photo's in its caption, the publisher's in its notices. */
final class CreditFinder {

    static final String VERSION = "credits/1";

    private static final int MAX_CREDIT_CHARS = 80;
    private static final int MAX_BLOCKS = 500;

    /** (Photo: Reuters), صورة: رويترز, وێنە: ڕووداو; the name runs up to a bracket, a comma or the end. */
    private static final Pattern PHOTO = Pattern.compile(
            "(?:" + photoWords() + ")" + "(?: by| credit| courtesy of)?\\s?[:：/]\\s?([^()\\[\\],\\n]{2,60})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** (X/AFP) at the end of a caption. */
    private static final Pattern AGENCY = Pattern.compile("\\(([^()/]{2,40})/([^()/]{2,40})\\)\\s*$");

    /** Content prepared by X team, texts published by the X may be: the capitalised words are the name. */
    private static final Pattern PUBLISHER = Pattern.compile(
            "\\b(?:prepared|published|produced|provided|written) by (?:the )?(\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){0,5})");

    private CreditFinder() {}

    private static String photoWords() {
        return Stream.of("photo", "credit")
                .flatMap(kind -> LanguagePack.wordsOfAll(PackFile.CUES, kind))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    static List<Credit> findCredits(Extraction extraction) {
        List<Credit> credits = new ArrayList<>();
        extraction.textBlocks().stream()
                .limit(MAX_BLOCKS)
                .forEach(textBlock -> readBlock(textBlock, extraction.text(), credits));
        return credits;
    }

    private static void readBlock(TextBlock textBlock, String text, List<Credit> credits) {
        if (textBlock.role() == TextBlockRole.CAPTION) {
            findPhotoCredit(textBlock.visibleText(text)).ifPresent(name -> add(new Credit(name, "photo"), credits));
        } else if (textBlock.role() == TextBlockRole.BOILERPLATE) {
            Matcher publisher = PUBLISHER.matcher(textBlock.visibleText(text));
            if (publisher.find()) {
                add(new Credit(publisher.group(1), "publisher"), credits);
            }
        }
    }

    private static Optional<String> findPhotoCredit(String caption) {
        Matcher photo = PHOTO.matcher(caption);
        if (photo.find()) {
            return Optional.of(photo.group(1).strip());
        }
        Matcher agency = AGENCY.matcher(caption);
        return agency.find() ? Optional.of(agency.group(2).strip()) : Optional.empty();
    }

    /**
     * The longer form of a name that is there already says nothing new: Northern Institute, Northern Institute Trust.
     */
    private static void add(Credit credit, List<Credit> credits) {
        boolean known = credits.stream()
                .anyMatch(other ->
                        other.role().equals(credit.role()) && credit.name().startsWith(other.name()));
        if (!known && !credit.name().isEmpty() && credit.name().length() <= MAX_CREDIT_CHARS) {
            credits.add(credit);
        }
    }
}
