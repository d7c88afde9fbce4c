/** Text from damaged bytes: replacements counted, control characters kept out. */
@NullMarked
package dev.tidings.streams.decode.repair;

import org.jspecify.annotations.NullMarked;
