/**
 * Writing the records of one root: an article and its ledger entry in one transaction, fenced by a transactional
 * id.
 */
@NullMarked
package dev.tidings.producer.publish.transaction;

import org.jspecify.annotations.NullMarked;
