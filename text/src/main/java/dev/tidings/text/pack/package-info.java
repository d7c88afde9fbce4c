/**
 * What is known of single languages as data: words, affixes and habits, one folder of resources per language. Start with
 * {@link dev.tidings.text.pack.LanguagePack}; {@code docs/languages.md} tells how to add a language.
 * Part of the API.
 */
@NullMarked
package dev.tidings.text.pack;

import org.jspecify.annotations.NullMarked;
