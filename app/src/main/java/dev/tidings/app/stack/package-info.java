/**
 * The local stack: a real Kafka broker and a real schema registry as child processes, their data under one folder.
 *
 * <p>Start reading at {@link dev.tidings.app.stack.LocalStack}.
 */
@NullMarked
package dev.tidings.app.stack;

import org.jspecify.annotations.NullMarked;
