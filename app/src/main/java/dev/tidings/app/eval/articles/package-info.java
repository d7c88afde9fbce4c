/** How well the fields of articles are found, against a gold file. */
@NullMarked
package dev.tidings.app.eval.articles;

import org.jspecify.annotations.NullMarked;
