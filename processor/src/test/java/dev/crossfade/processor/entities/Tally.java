package dev.crossfade.processor.entities;

import dev.crossfade.annotation.RenamedColumn;

/** Every primitive, in transition. */
public record Tally(
    int id,
    @RenamedColumn(from = "old_flag") boolean flag,
    @RenamedColumn(from = "old_tiny") byte tiny,
    @RenamedColumn(from = "old_small") short small,
    @RenamedColumn(from = "old_whole") int whole,
    @RenamedColumn(from = "old_large") long large,
    @RenamedColumn(from = "old_single") float single,
    @RenamedColumn(from = "old_twofold") double twofold,
    int plain) {}
