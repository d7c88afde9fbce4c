package dev.tidings.streams.decode.charset;

/** Why a charset was chosen. */
public enum DetectedCharset {
    /** The bytes begin with a byte order mark. */
    BOM,
    /** The source named it and every byte fits. */
    DECLARED,
    /** Nothing was named and every byte fits UTF-8. */
    STRICT_UTF8,
    /** Found by the statistics of the bytes. */
    DETECTED,
    /** Nothing fits; read as UTF-8 with replacements. */
    FALLBACK
}
