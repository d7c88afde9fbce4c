/** The rules by which names are found, one class a rule. */
@NullMarked
package dev.tidings.streams.enrich.name.rule;

import org.jspecify.annotations.NullMarked;
