/**
 * Where articles come from: roots, names, the walk through folders, and reading a file without being fooled by it.
 * Part of the API.
 */
@NullMarked
package dev.tidings.producer.source;

import org.jspecify.annotations.NullMarked;
