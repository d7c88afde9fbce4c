/** What formats of several families share: reading what an item states, streams of bytes that ASCII can be seen in. */
@NullMarked
package dev.tidings.producer.format.shared;

import org.jspecify.annotations.NullMarked;
