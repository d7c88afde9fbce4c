package dev.tidings.streams.boilerplate;

import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import dev.tidings.streams.extract.Title;
import dev.tidings.text.fold.FoldedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Learns what a host puts above and below its articles, and marks it there as boilerplate. A block may be boilerplate
 * when it is short and stands among the first or last blocks of the body; it is boilerplate once it has stood there in
 * {@link BoilerplateLine#ENOUGH} different articles of the host. A function of the sequence of articles and their raw
 * time, not of any clock: the same sequence marks the same blocks. For one thread.
 */
public final class SiteBoilerplate {

    /** Name and version of the rules, for the provenance. */
    public static final String VERSION = "site-boilerplate/1";

    private static final int TOP_BLOCKS = 12;
    private static final int BOTTOM_BLOCKS = 18;
    private static final int MAX_LINE_CHARS = 300;
    private static final int MIN_TITLE_TOKENS = 3;

    /** For how long a host may be silent before it is forgotten and starts anew. */
    private static final long FORGOTTEN_AFTER_MILLIS = 30 * 86_400_000L;
    /**
     * How many hosts are looked through for silent ones when a new host comes: twice as many as come in, so that the
     * table follows the hosts that are alive.
     */
    private static final int SLICE = 2;

    private final BoilerplateIndex index;

    /**
     * Makes it over an index, whose content it goes on from.
     *
     * @param index the boilerplate learned so far
     */
    public SiteBoilerplate(BoilerplateIndex index) {
        this.index = index;
    }

    /**
     * Returns the article with its boilerplate marked: the lines that are boilerplate of its host, including those that
     * become so by this article. An article of which nothing would be left stays as it is. Pure: reads and changes no
     * index.
     *
     * @param known what is known of its host; empty when nothing is
     */
    public static MarkedArticle mark(
            Extraction extraction, Optional<HostBoilerplate> known, LineSighting lineSighting) {
        Map<Integer, Long> lines = edgeLines(extraction);
        HostBoilerplate learned = after(known, extraction, lines, lineSighting);
        Set<Long> established = learned.establishedHashes();
        Set<Integer> marked = new TreeSet<>();
        lines.forEach((block, hash) -> {
            if (established.contains(hash)) {
                marked.add(block);
            }
        });
        Extraction trimmed = extraction.withBoilerplate(marked);
        return new MarkedArticle(trimmed.body().isEmpty() ? extraction : trimmed, learned);
    }

    /** A later revision shows again what its article has shown, so only first revisions teach. */
    private static HostBoilerplate after(
            Optional<HostBoilerplate> known,
            Extraction extraction,
            Map<Integer, Long> lines,
            LineSighting lineSighting) {
        HostBoilerplate before = known.orElseGet(() -> HostBoilerplate.unknownHost(lineSighting.time()));
        return lineSighting.revision() > 1
                ? before.seenAt(lineSighting.time())
                : before.afterArticle(
                        lines.values().stream().distinct().toList(), articleTag(extraction), lineSighting.time());
    }

    /**
     * Puts what an article has shown of its host into the index. A host that is new makes some be removed that have
     * fallen silent.
     *
     * @param known what was known of the host before; empty when nothing was
     * @param learned what is known of it after
     */
    public void learnLines(LineSighting lineSighting, Optional<HostBoilerplate> known, HostBoilerplate learned) {
        if (known.isEmpty()) {
            forgetSome(lineSighting.time());
        }
        if (!learned.equals(known.orElseGet(() -> HostBoilerplate.unknownHost(lineSighting.time())))) {
            index.put(lineSighting.host(), learned);
        }
    }

    /** Looks through the next few hosts after the cursor and removes those that have fallen silent. */
    private void forgetSome(long now) {
        List<String> next = index.hostsAfter(index.scanCursor(), SLICE);
        for (String host : next) {
            index.hostBoilerplate(host)
                    .filter(boilerplate -> boilerplate.lastSeen() < now - FORGOTTEN_AFTER_MILLIS)
                    .ifPresent(boilerplate -> index.forgetHost(host));
        }
        index.moveCursor(next.size() < SLICE ? "" : next.get(SLICE - 1));
    }

    /** Returns the hashes of the short lines at top and bottom by the number of their block. */
    private static Map<Integer, Long> edgeLines(Extraction extraction) {
        List<Integer> blocks = candidateBlocks(extraction);
        Map<Integer, Long> lines = new LinkedHashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock textBlock = extraction.textBlocks().get(blocks.get(i));
            boolean atEdge = i < TOP_BLOCKS || i >= blocks.size() - BOTTOM_BLOCKS;
            if (atEdge && textBlock.end() - textBlock.start() <= MAX_LINE_CHARS) {
                FoldedText words = FoldedText.of(textBlock.visibleText(extraction.text()));
                if (words.size() > 0) {
                    lines.put(blocks.get(i), words.fingerprint().low());
                }
            }
        }
        return lines;
    }

    /** The blocks of the body, and what was taken for a title for want of a better one: a menu often stands first. */
    private static List<Integer> candidateBlocks(Extraction extraction) {
        boolean titled =
                extraction.title().filter(title -> title.origin().isLine()).isPresent();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < extraction.textBlocks().size(); i++) {
            TextBlockRole role = extraction.textBlocks().get(i).role();
            if (role.isBody() || (titled && role == TextBlockRole.HEADLINE)) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    /**
     * Returns a tag that tells an article from others. A host may carry one story several times, slightly changed; its
     * paragraphs recur then and are no boilerplate. Such copies mostly stand under one title.
     */
    private static int articleTag(Extraction extraction) {
        FoldedText title = FoldedText.of(extraction
                .title()
                .filter(found -> !found.origin().isLine())
                .map(Title::text)
                .orElse(""));
        FoldedText telling = title.size() >= MIN_TITLE_TOKENS ? title : FoldedText.of(extraction.body());
        return (int) telling.fingerprint().low();
    }
}
