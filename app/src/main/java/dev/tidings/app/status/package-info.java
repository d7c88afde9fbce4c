/**
 * How an installation stands, as its brokers know it: processes by their heartbeats, who reads what and how far behind,
 * and what is not as it should be.
 */
@NullMarked
package dev.tidings.app.status;

import org.jspecify.annotations.NullMarked;
