/**
 * Language identification: script gate, hashed character n-grams, one small linear layer per script.
 *
 * <p>Start at {@link dev.tidings.text.language.LanguageIdentifier}. The model is a resource of this package; {@code
 * text/trainer} makes it, and {@code TRAINING.md} there names every source.
 *
 * <p>Part of the API.
 */
@NullMarked
package dev.tidings.text.language;

import org.jspecify.annotations.NullMarked;
