package shop;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Column;

record User(
    long id,
    @RenamedColumn(from = "users.full_name") // error: bad-name
    String displayName,
    @Column(name = "e-mail")
    String email, // error: bad-name
    @RenamedColumn(from = "1st") // error: bad-name
    String first) {}
