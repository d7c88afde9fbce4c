package dev.tidings.producer.source;

import java.nio.file.Path;

/**
 * Where a path stands in its root, as the walk would spell it.
 *
 * @param text the names on the way, NFC, joined by {@code /}; empty for the root itself
 * @param utf8 whether the last name is valid UTF-8 on disk
 * @param temporary whether one of the names marks a file or folder that is hidden or half written
 */
record RelativeName(String text, boolean utf8, boolean temporary) {

    static RelativeName of(SourceRoot sourceRoot, Path path) {
        StringBuilder text = new StringBuilder();
        boolean utf8 = true;
        boolean temporary = false;
        for (Path part : sourceRoot.realPath().relativize(path)) {
            FileName name = FileName.nameOf(part);
            text.append(text.isEmpty() ? "" : "/").append(name.text());
            utf8 = name.utf8();
            temporary |= name.isTemporary();
        }
        return new RelativeName(text.toString(), utf8, temporary);
    }
}
