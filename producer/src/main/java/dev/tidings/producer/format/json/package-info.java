/** JSON and JSON Lines, in whatever vocabulary: split into objects in a stream, each of them an article as it stood. */
@NullMarked
package dev.tidings.producer.format.json;

import org.jspecify.annotations.NullMarked;
