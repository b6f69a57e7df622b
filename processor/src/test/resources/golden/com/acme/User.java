package com.acme;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Table;
import dev.crossfade.model.Phase;

@Table(name = "users")
public record User(
    long id,
    @RenamedColumn(from = "full_name", phase = Phase.DUAL_WRITE) String displayName,
    String email) {}
