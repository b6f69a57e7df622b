package dev.crossfade.migrate;

/**
 * Something of the old column that can not be carried over without a person's judgement. It is
 * told, never dropped silently. Immutable.
 *
 * @param what which object
 * @param why why it is not done
 * @param suggestion what the operator may do
 */
public record Decision(String what, String why, String suggestion) {}
