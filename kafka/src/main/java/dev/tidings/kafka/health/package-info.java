/** What a process says of itself: whether it works, to people and machines that look from outside. */
@NullMarked
package dev.tidings.kafka.health;

import org.jspecify.annotations.NullMarked;
