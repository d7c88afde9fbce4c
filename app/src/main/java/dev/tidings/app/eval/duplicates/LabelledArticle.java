package dev.tidings.app.eval.duplicates;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One article of a file of near-duplicates.
 *
 * @param id name, different for every article
 * @param seq place in the stream
 * @param arrivalTime when it came, in seconds
 * @param lang language
 * @param cluster articles of one cluster are copies or revisions of each other; empty when the file does not say
 * @param kind how the article was made, e.g. {@code trunc_half}; empty when the file does not say
 * @param url address; null when there is none
 * @param title title; null when there is none
 * @param text text, paragraphs parted by blank lines
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LabelledArticle(
        String id,
        long seq,
        @JsonProperty("arrival_time") long arrivalTime,
        String lang,
        String cluster,
        String kind,
        @Nullable String url,
        @Nullable String title,
        @JsonAlias("body") String text) {

    /** Puts empty values for what a line leaves out. */
    public LabelledArticle {
        id = givenText(id);
        lang = givenText(lang);
        cluster = givenText(cluster);
        kind = givenText(kind);
        text = givenText(text);
    }

    private static String givenText(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
