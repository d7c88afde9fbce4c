package dev.tidings.app.stack;

import java.util.function.Predicate;

/**
 * One part of a local stack: how it starts, and how one knows that it is ready.
 *
 * @param name names its log, its process-id file and its folder
 * @param command starts it
 * @param ready whether the process that was started answers now, and not another one in its place; asked every few
 *     milliseconds, never throws
 */
public record Service(String name, JavaCommand command, Predicate<LocalProcess> ready) {}
