/** Publishing: every input once, together with its ledger entry, in one Kafka transaction. */
@NullMarked
package dev.tidings.producer.publish;

import org.jspecify.annotations.NullMarked;
