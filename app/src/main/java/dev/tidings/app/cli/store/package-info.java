/** Reading what was stored: articles, stories, one story; and the forms in which whole articles are written. */
@NullMarked
package dev.tidings.app.cli.store;

import org.jspecify.annotations.NullMarked;
