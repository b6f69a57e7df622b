package shop;

import dev.crossfade.annotation.RenamedColumn;

record User(
    long id,
    @RenamedColumn(from = "full_name")
    StringBuilder displayName, // error: unreadable-type
    java.util.List<String> tags, // error: unreadable-type
    char initial, // error: unreadable-type
    int[] scores, // error: unreadable-type
    java.util.Date since) {} // error: unreadable-type
