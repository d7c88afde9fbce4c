/** Where articles come from: roots, names, the walk through folders, and reading a file without being fooled by it. */
@NullMarked
package dev.tidings.producer.source;

import org.jspecify.annotations.NullMarked;
