/** Making sure of topics and clients before anything starts. Part of the API. */
@NullMarked
package dev.tidings.kafka.admin;

import org.jspecify.annotations.NullMarked;
