/**
 * The five steps of understanding one article, in their order, as plain functions: what the topology runs on every record
 * and a command runs on a single file.
 */
@NullMarked
package dev.tidings.streams.analyse;

import org.jspecify.annotations.NullMarked;
