/**
 * The embedded store: one SQLite file. A write side ({@code SqliteStoreWriter} and the {@code *Table} classes, one a
 * table) and a read side ({@code SqliteStoreReader} and its repositories) on one connection each; the layout stands
 * in the migrations beside this package.
 */
@NullMarked
package dev.tidings.store.sqlite;

import org.jspecify.annotations.NullMarked;
