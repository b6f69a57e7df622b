package shop;

import dev.crossfade.annotation.RenamedColumn;

record User( // error: name-taken
    long id, @RenamedColumn(from = "full_name") String displayName) {}

class UserCrossfade {}
