package dev.tidings.streams.duplicate;

import java.util.Optional;

/**
 * What a sketch is made of.
 *
 * @param title title, empty when there is none
 * @param body text of the article without boilerplate; may begin with the title, which then counts once
 * @param url address of the article, canonical or as supplied; empty when there is none
 */
public record SketchInput(Optional<String> title, String body, Optional<String> url) {}
