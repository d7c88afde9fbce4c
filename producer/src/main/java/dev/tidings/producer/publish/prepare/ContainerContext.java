package dev.tidings.producer.publish.prepare;

import dev.tidings.producer.publish.ledger.Ledger;

/**
 * What reading a container needs beside the container.
 *
 * @param ledger what has been published
 * @param events makes the records
 * @param articles decides what an article becomes
 * @param maxArticleBytes most bytes of one article
 */
record ContainerContext(Ledger ledger, EventRecords events, ArticlePreparer articles, long maxArticleBytes) {}
