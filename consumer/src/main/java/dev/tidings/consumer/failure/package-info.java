/** What a subscriber and a store may say of a failure. Part of the API. */
@NullMarked
package dev.tidings.consumer.failure;

import org.jspecify.annotations.NullMarked;
