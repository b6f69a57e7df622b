package shop;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Column;

record User(
    long id,
    String fullName,
    @RenamedColumn(from = "full_name") // error: duplicate-column
    String displayName,
    String city,
    @Column(name = "city")
    String town) {} // error: duplicate-column
