/**
 * The orthography-blind fold: texts that differ only in spelling conventions, digits, case, marks or invisible
 * characters fold to the same tokens. Folded text is for fingerprints and comparison only; it is never shown or stored.
 * Part of the API.
 */
@NullMarked
package dev.tidings.text.fold;

import org.jspecify.annotations.NullMarked;
