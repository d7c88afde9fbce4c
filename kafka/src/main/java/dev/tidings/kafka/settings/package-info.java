/**
 * Settings: declared once, resolved once at start from flags, environment, file and local stack, with messages that
 * name key, value and origin.
 * Part of the API.
 */
@NullMarked
package dev.tidings.kafka.settings;

import org.jspecify.annotations.NullMarked;
