/**
 * The contract: events, topics, identities, headers and evidence. The events are generated from {@code src/main/avro}, and
 * what was released of them stands in {@code released}. Part of the API.
 */
package dev.tidings.schemas;
