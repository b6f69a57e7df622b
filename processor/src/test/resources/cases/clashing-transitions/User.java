package shop;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Table;
import dev.crossfade.model.Phase;

@Table(name = "users")
record User(
    long id,
    @RenamedColumn(from = "full_name") String displayName,
    @RenamedColumn(from = "full_name") // error: clashing-transitions
    String shortName) {}

@Table(name = "users", schema = "public")
record UserSummary(
    long id,
    @RenamedColumn(from = "full_name", phase = Phase.DUAL_WRITE) // error: clashing-transitions
    String displayName) {}
