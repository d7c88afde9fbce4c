/**
 * From an input to the records that are to be written: read, compared with the ledger, new, revised, unchanged,
 * skipped or a dead letter.
 */
@NullMarked
package dev.tidings.producer.publish.prepare;

import org.jspecify.annotations.NullMarked;
