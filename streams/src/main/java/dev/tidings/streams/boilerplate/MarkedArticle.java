package dev.tidings.streams.boilerplate;

import dev.tidings.streams.extract.Extraction;

/**
 * An article with the boilerplate of its site marked.
 *
 * @param extraction the article
 * @param learned what is known of its site after it
 */
public record MarkedArticle(Extraction extraction, HostBoilerplate learned) {}
