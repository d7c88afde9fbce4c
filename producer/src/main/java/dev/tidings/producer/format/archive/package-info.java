/** What holds inputs of other formats: compressed files, archives, crawls. Nothing is ever written to the disk by its name. */
@NullMarked
package dev.tidings.producer.format.archive;

import org.jspecify.annotations.NullMarked;
