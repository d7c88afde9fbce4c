/** Publishing what comes into watched folders, for as long as wanted. */
@NullMarked
package dev.tidings.producer.publish.watch;

import org.jspecify.annotations.NullMarked;
