package dev.tidings.streams.extract;

import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the lines about an article that some sources put above it, e.g. {@code Date: 30 September 2021}.
 *
 * <p>The keys are a closed list, that of the language packs, on purpose: titles like {@code Sochi Meeting: Russia and
 * Turkey Still Divided} have the same form.
 */
final class MetadataLines {

    private static final int MAX_LINE_CHARS = 150;

    private static final Set<String> KEYS =
            LanguagePack.wordsOfAll(PackFile.CUES, "metadata").collect(Collectors.toUnmodifiableSet());

    /**
     * Marks the metadata lines at the beginning.
     *
     * @param textBlocks blocks of the text; marked in place
     * @return index of the first block that is none
     */
    int markBlocks(String text, List<TextBlock> textBlocks) {
        int index = 0;
        while (index < textBlocks.size() && isMetadata(textBlocks.get(index).visibleText(text))) {
            textBlocks.set(index, textBlocks.get(index).withRole(TextBlockRole.METADATA));
            index++;
        }
        return index;
    }

    /** Several lines of metadata without blank lines between are one block. */
    private static boolean isMetadata(String content) {
        return !content.isEmpty() && content.lines().allMatch(MetadataLines::isMetadataLine);
    }

    private static boolean isMetadataLine(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && line.length() <= MAX_LINE_CHARS
                && KEYS.contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT));
    }
}
