package dev.tidings.app.eval.articles;

/**
 * A field that was not as expected.
 *
 * @param file file
 * @param field field
 * @param expected what the gold file says
 * @param actual what was found
 */
public record WrongField(String file, String field, String expected, String actual) {}
