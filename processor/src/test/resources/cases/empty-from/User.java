package shop;

import dev.crossfade.annotation.RenamedColumn;

record User(
    long id,
    @RenamedColumn(from = "") // error: empty-from
    String displayName,
    @RenamedColumn(from = "\"\"") // error: empty-from
    String email) {}
