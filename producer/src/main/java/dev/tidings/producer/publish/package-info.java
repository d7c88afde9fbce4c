/**
 * What a publish is asked for and what it tells: request, settings, outcomes, counts, failures. The parts of its
 * work have packages of their own below.
 * Part of the API.
 */
@NullMarked
package dev.tidings.producer.publish;

import org.jspecify.annotations.NullMarked;
