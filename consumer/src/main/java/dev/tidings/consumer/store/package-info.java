/**
 * What a store of Tidings is: a write side that keeps rows and the offset to go on from in one transaction, a read
 * side, queries and results, and the service by which the kinds of stores are found. How a kind keeps them is its own
 * module's business.
 * Part of the API.
 */
@NullMarked
package dev.tidings.consumer.store;

import org.jspecify.annotations.NullMarked;
