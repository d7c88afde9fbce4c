/** What every step of understanding an article shares: how it says that an input cannot be an article. */
@NullMarked
package dev.tidings.streams;

import org.jspecify.annotations.NullMarked;
