/** Articles as archives of the press export them as plain text. Pure, without Kafka and Avro. */
@NullMarked
package dev.tidings.text.vocabulary.press;

import org.jspecify.annotations.NullMarked;
