package dev.tidings.producer.source;

import java.util.Locale;

/**
 * Why an input was passed over by rule: it is counted and told, but it is no failure.
 *
 * <p>Not part of the API: public for the packages that publish.
 */
public enum SkipReason {
    /** A file of 0 bytes. */
    EMPTY("the file has no bytes"),
    /** A pipe, socket or device; opening one could wait for ever. */
    NOT_REGULAR_FILE("it is not a regular file"),
    /** A link that leads out of the root. */
    OUTSIDE_ROOT("the link leads out of the published folder; publish its target instead"),
    /** A link to a folder that holds the link, or a circle of links. */
    SYMLINK_LOOP("the link leads back to where it stands"),
    /** A link to another folder of the same root, whose files are found there. */
    LINKED_FOLDER("the link's target is in the published folder and is found there"),
    /** A file that went away after it was listed, or a link to nothing. */
    VANISHED("it does not exist any more"),
    /** A folder that cannot be listed, or an entry whose kind cannot be told. */
    UNREADABLE("it cannot be looked at; check its permissions"),
    /** A file in a format that Tidings does not read. */
    UNSUPPORTED_FORMAT("it is in no format that is read ('tidings formats' lists them)"),
    /** A second name in the same folder that is equal after Unicode normalisation. */
    NAME_COLLISION("another file here has the same name in Unicode normal form C; rename one"),
    /** A container without a single record. */
    NO_ARTICLES("there is no article in it"),
    /** A file that changed while it was read, again and again. */
    CHANGING("it is being written; publish again when it is finished"),
    /** A file named on the command line whose name marks it as temporary or hidden. */
    TEMPORARY("its name marks it as temporary or hidden; rename it");

    private final String explanation;

    SkipReason(String explanation) {
        this.explanation = explanation;
    }

    /** Returns the code that stands in summaries, e.g. {@code not_regular_file}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns cause and, where there is one, fix, in words. */
    public String explanation() {
        return explanation;
    }
}
