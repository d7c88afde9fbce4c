package dev.tidings.streams.enrich;

import dev.tidings.streams.extract.Extraction;
import dev.tidings.text.language.Identification;
import java.util.List;

/**
 * What enrichers look at.
 *
 * @param extraction the article
 * @param body its body
 * @param language its language
 * @param credits credits as the source supplied them
 */
public record Subject(Extraction extraction, String body, Identification language, List<Credit> credits) {

    /** Freezes the credits. */
    public Subject {
        credits = List.copyOf(credits);
    }
}
