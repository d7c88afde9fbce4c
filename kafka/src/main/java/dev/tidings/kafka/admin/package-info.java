/** Making sure of topics and clients before anything starts. */
@NullMarked
package dev.tidings.kafka.admin;

import org.jspecify.annotations.NullMarked;
