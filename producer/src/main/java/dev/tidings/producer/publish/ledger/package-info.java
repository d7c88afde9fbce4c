/** What a publisher remembers beyond what fits into memory. */
@NullMarked
package dev.tidings.producer.publish.ledger;

import org.jspecify.annotations.NullMarked;
