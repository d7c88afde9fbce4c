/** {@code tidings subscribe}: enriched articles as they come. */
@NullMarked
package dev.tidings.app.cli.subscribe;

import org.jspecify.annotations.NullMarked;
