/**
 * What is checked before a topology starts, and how what was lost is made again: state stores, changelogs, offsets of
 * consumer groups, topics that were made anew. What the topics hold decides; nothing is read again in silence.
 */
@NullMarked
package dev.tidings.streams.recovery;

import org.jspecify.annotations.NullMarked;
