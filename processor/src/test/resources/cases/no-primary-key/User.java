package shop;

import dev.crossfade.annotation.RenamedColumn;

record User( // error: no-primary-key did you mean userId
    long userId,
    @RenamedColumn(from = "full_name") String displayName) {}
