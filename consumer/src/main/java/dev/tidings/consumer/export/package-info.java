/**
 * Articles in the forms that other systems of news read. Pure: an event goes in, plain maps and lists come out.
 * Part of the API.
 */
@NullMarked
package dev.tidings.consumer.export;

import org.jspecify.annotations.NullMarked;
