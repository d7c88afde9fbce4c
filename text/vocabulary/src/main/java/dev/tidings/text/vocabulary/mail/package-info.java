/** What a mail (RFC 5322, MIME) states, and which of its parts is the text. Pure, without Kafka and Avro. */
@NullMarked
package dev.tidings.text.vocabulary.mail;

import org.jspecify.annotations.NullMarked;
