package dev.tidings.text.language;

/**
 * One answer the model can give in one script.
 *
 * @param tag BCP 47
 * @param primary its primary subtag
 * @param script ISO 15924
 */
public record Language(String tag, String primary, String script) {
    public Language(String tag, String script) {
        this(tag, LanguageTags.primarySubtag(tag), script);
    }
}
