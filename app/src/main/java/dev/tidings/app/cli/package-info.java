/**
 * The program {@code tidings}: one package a family of commands below, put together by {@link
 * dev.tidings.app.cli.Tidings}.
 */
@NullMarked
package dev.tidings.app.cli;

import org.jspecify.annotations.NullMarked;
