package shop;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Column;
import dev.crossfade.annotation.Table;

@Table(name = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
record User( // error: identifier-too-long
    long id,
    @RenamedColumn(from = "full_name")
    @Column(name = "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü")
    String displayName, // error: identifier-too-long
    @RenamedColumn(from = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") // error: identifier-too-long
    String mail,
    @RenamedColumn(from = "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy") String fits) {}
