/** What the front matter of a Markdown file states. Pure, without Kafka and Avro. */
@NullMarked
package dev.tidings.text.vocabulary.markdown;

import org.jspecify.annotations.NullMarked;
