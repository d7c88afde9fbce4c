/** How commands show what they found: as a table for people, as JSON for programs. */
@NullMarked
package dev.tidings.app.cli.output;

import org.jspecify.annotations.NullMarked;
