package dev.crossfade.gate.report;

import java.time.Instant;

/**
 * How often something happened since the instance started, and when.
 *
 * @param count at least 1
 * @param first the first time
 * @param last the latest time, not before {@code first}
 */
public record Seen(long count, Instant first, Instant last) {}
