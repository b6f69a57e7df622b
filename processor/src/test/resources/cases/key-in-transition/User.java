package shop;

import dev.crossfade.annotation.RenamedColumn;

record User(
    @RenamedColumn(from = "user_id") // error: key-in-transition
    long id,
    String displayName) {}
