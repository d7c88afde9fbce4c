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
 * @param reading words, names and dates, read once for all enrichers; a subject is for one thread because of it
 */
public record Subject(
        Extraction extraction, String body, Identification language, List<Credit> credits, Reading reading) {

    /** Makes it of an article not read yet. */
    public Subject(Extraction extraction, String body, Identification language, List<Credit> credits) {
        this(extraction, body, language, credits, new Reading(extraction, language.tag()));
    }

    /** Freezes the credits. */
    public Subject {
        credits = List.copyOf(credits);
    }
}
