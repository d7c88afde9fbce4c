/**
 * How one word is written in several ways: Kurdish orthography, match keys, and names across scripts.
 * Part of the API.
 */
@NullMarked
package dev.tidings.text.orthography;

import org.jspecify.annotations.NullMarked;
