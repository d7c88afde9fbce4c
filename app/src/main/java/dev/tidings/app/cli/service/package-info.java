/**
 * The commands that work until they are stopped, {@code streams} and {@code sink}, and how they say that they are
 * ready.
 */
@NullMarked
package dev.tidings.app.cli.service;

import org.jspecify.annotations.NullMarked;
