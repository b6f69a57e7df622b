package dev.crossfade.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one SQL text does with the tracked columns. Immutable.
 *
 * @param normalizedSql the text without literals and comments, white space folded: safe to report
 * @param fingerprint 16 hexadecimal digits of the normalised text, the same in every run and
 *     service
 * @param usages each (column, kind) once; empty if the text can not touch a tracked column
 * @param marker what the transition's own code wrote into the text, or null; if there is one, its
 *     {@link Marker#applicationUsages} are the application's and {@link #usages} the physical ones
 * @param parsed false if the text could not be parsed, whatever it says about tracked columns
 */
public record Analysis(
    String normalizedSql,
    String fingerprint,
    List<Usage> usages,
    @Nullable Marker marker,
    boolean parsed) {}
