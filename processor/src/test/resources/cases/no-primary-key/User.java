package shop;

import dev.crossfade.annotation.RenamedColumn;

record User( // error: no-primary-key
    long userId,
    @RenamedColumn(from = "full_name") String displayName) {}
