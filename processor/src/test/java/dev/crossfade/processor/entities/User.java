package dev.crossfade.processor.entities;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Table;

@Table(name = "users")
public record User(long id, @RenamedColumn(from = "full_name") String displayName, String email) {}
