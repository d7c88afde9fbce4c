/**
 * The stages of understanding one article, as plain functions in one list: what the topology runs on every record and a
 * command runs on a single file. Start with {@link dev.tidings.streams.analyse.AnalysisStages}. The Kafka processors
 * around them stand in {@code topology.analyse}.
 */
@NullMarked
package dev.tidings.streams.analyse;

import org.jspecify.annotations.NullMarked;
