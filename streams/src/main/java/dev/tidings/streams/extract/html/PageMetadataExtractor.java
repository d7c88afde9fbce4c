package dev.tidings.streams.extract.html;

import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.Title;
import dev.tidings.streams.extract.WrittenDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads what a page says about its article in JSON-LD, meta tags and marked elements, in this order of trust. */
final class PageMetadataExtractor {

    private static final String[] DATE_NAMES = {
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "date.published",
        "publish-date",
        "publish_date",
        "publishdate",
        "publication_date",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dc.date.created",
        "dcterms.date",
        "date",
        "last-modified-date-published",
        "datecreated"
    };

    private static final String MARKED_DATES =
            "[itemprop=datePublished], time[pubdate], article time[datetime], main time[datetime], time[datetime]";

    private static final int MAX_NAME_CHARS = 100;

    private final Document page;
    private final MetaTags meta;
    private final LinkedData linked;
    private @Nullable List<String> markedDates;

    PageMetadataExtractor(Document page, MetaTags meta, LinkedData linked) {
        this.page = page;
        this.meta = meta;
        this.linked = linked;
    }

    DocumentMetadata readMetadata() {
        return new DocumentMetadata(
                Optional.of(String.join(", ", authorNames())).filter(names -> !names.isEmpty()),
                Optional.empty(),
                publicationDate(),
                publisherName().map(name -> new DocumentMetadata.Source(name, "publisher")).stream()
                        .toList(),
                canonicalUrl(),
                declaredLanguage());
    }

    private Optional<PublicationDate> publicationDate() {
        return firstDate(toldDates())
                .or(() -> firstDate(markedDates()))
                .or(() -> canonicalUrl().flatMap(WrittenDate::ofAddress));
    }

    private static Optional<PublicationDate> firstDate(List<String> dates) {
        return dates.stream().flatMap(date -> WrittenDate.of(date).stream()).findFirst();
    }

    /** Returns whether the date that the page trusts most is none that can be. */
    boolean hasInvalidDate() {
        List<String> told = toldDates();
        return (told.isEmpty() ? markedDates() : told)
                .stream()
                        .limit(1)
                        .anyMatch(date -> WrittenDate.isWrittenByMachine(date)
                                && WrittenDate.of(date).isEmpty());
    }

    private List<String> toldDates() {
        List<String> dates =
                new ArrayList<>(linked.textProperty("datePublished").stream().toList());
        for (String name : DATE_NAMES) {
            meta.firstContent(name).ifPresent(dates::add);
        }
        linked.textProperty("dateCreated").ifPresent(dates::add);
        linked.pageDate().ifPresent(dates::add);
        return dates;
    }

    private List<String> markedDates() {
        if (markedDates == null) {
            markedDates = findMarkedDates();
        }
        return markedDates;
    }

    private List<String> findMarkedDates() {
        return page.select(MARKED_DATES).stream()
                .flatMap(element -> Stream.of(element.attr("datetime"), element.attr("content")))
                .map(String::strip)
                .filter(date -> !date.isEmpty())
                .toList();
    }

    private List<String> authorNames() {
        List<String> named = linked.namesOf("author");
        return (named.isEmpty() ? markedAuthors() : named.stream())
                .map(name -> name.strip())
                .filter(name -> !name.isEmpty() && name.length() <= MAX_NAME_CHARS)
                .filter(name -> !name.contains("://") && !name.startsWith("www."))
                .distinct()
                .toList();
    }

    private Stream<String> markedAuthors() {
        Optional<String> named = meta.firstContent(
                        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
                .filter(name -> !name.contains("://"));
        return named.isPresent()
                ? named.stream()
                : page.select("[itemprop=author] [itemprop=name], [rel=author]").stream()
                        .limit(5)
                        .map(element -> Title.oneLine(element.text()));
    }

    private Optional<String> publisherName() {
        return linked.namesOf("publisher").stream().findFirst().or(() -> meta.firstContent("og:site_name"));
    }

    /** An address that is not absolute would have to be guessed. */
    private Optional<String> canonicalUrl() {
        return Stream.of(
                        page.head().select("link[rel=canonical][href]").stream().map(link -> link.attr("href")),
                        meta.firstContent("og:url").stream())
                .flatMap(urls -> urls)
                .map(String::strip)
                .filter(url -> url.contains(":"))
                .findFirst();
    }

    private Optional<String> declaredLanguage() {
        return Stream.of(
                        page.children().stream().map(html -> html.attr("lang")),
                        linked.textProperty("inLanguage").stream(),
                        meta.firstContent("og:locale", "content-language").stream())
                .flatMap(tags -> tags)
                .map(tag -> tag.strip().replace('_', '-'))
                .filter(tag -> tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                .findFirst();
    }
}
