package dev.tidings.streams.recovery;

import java.time.Duration;

/**
 * What recovery has to know of the process and its settings.
 *
 * @param instance name of the process among those that share the work
 * @param sessionTimeout how long a process that was killed counts as a member of its groups
 * @param acceptsGaps whether a memory may be made anew though not all that it held can be read again
 * @param dedupWindow how long deduplication remembers
 * @param storyWindow how long stories remember
 */
public record RecoveryTerms(
        String instance, Duration sessionTimeout, boolean acceptsGaps, Duration dedupWindow, Duration storyWindow) {}
