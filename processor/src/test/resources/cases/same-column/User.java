package shop;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Column;

record User(
    long id,
    @RenamedColumn(from = "display_name") // error: same-column
    String displayName,
    @Column(name = "mail")
    @RenamedColumn(from = "MAIL") // error: same-column
    String email) {}
