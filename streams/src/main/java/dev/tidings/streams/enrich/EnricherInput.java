package dev.tidings.streams.enrich;

import dev.tidings.streams.extract.Extraction;
import dev.tidings.text.language.Identification;
import java.util.List;

/**
 * The input of the enrichers.
 *
 * @param extraction the article
 * @param body its body
 * @param language its language
 * @param credits credits as the source supplied them
 * @param textAnnotations words, names and dates, read once for all enrichers; because of them an input is for one
 *     thread
 */
public record EnricherInput(
        Extraction extraction,
        String body,
        Identification language,
        List<Credit> credits,
        TextAnnotations textAnnotations) {

    /** Makes the input of an article whose words have not been read yet. */
    public EnricherInput(Extraction extraction, String body, Identification language, List<Credit> credits) {
        this(extraction, body, language, credits, new TextAnnotations(extraction, language.tag()));
    }

    /** Freezes the credits. */
    public EnricherInput {
        credits = List.copyOf(credits);
    }
}
