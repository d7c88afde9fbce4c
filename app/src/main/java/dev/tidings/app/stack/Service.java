package dev.tidings.app.stack;

import java.util.function.BooleanSupplier;

/**
 * One part of a local stack: how it starts, and how one knows that it is ready.
 *
 * @param name names its log, its process-id file and its folder
 * @param command starts it
 * @param ready whether it answers now; asked every few milliseconds, never throws
 */
public record Service(String name, JavaCommand command, BooleanSupplier ready) {}
