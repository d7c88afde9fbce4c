package dev.tidings.app.cli.output;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param title its heading
 * @param value what a row has there; a {@link Number} is aligned to the right
 */
public record Column<T>(String title, Function<? super T, ?> value) {}
