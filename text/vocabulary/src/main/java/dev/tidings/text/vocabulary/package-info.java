/**
 * What the vocabularies of news call the parts of an article: ninjs, schema.org, feeds and whatever else programs write.
 * One place for both ends: the publisher takes from it what a source states, the analysis takes the text. Pure, without
 * Kafka and Avro; nothing is fetched.
 */
@NullMarked
package dev.tidings.text.vocabulary;

import org.jspecify.annotations.NullMarked;
