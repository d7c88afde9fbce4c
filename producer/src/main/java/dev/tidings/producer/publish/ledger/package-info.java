/** What has been published already: the ledger in Kafka, and a map that goes to disk beyond what fits into memory. */
@NullMarked
package dev.tidings.producer.publish.ledger;

import org.jspecify.annotations.NullMarked;
