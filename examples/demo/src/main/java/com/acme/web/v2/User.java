package com.acme.web.v2;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A user. {@code @RenamedColumn} is all that the rename asks of its developer; {@link
 * UserCrossfade} is generated from it.
 *
 * @param id the key, given by the database
 * @param email the address, unique
 * @param displayName the name to show
 */
@Table(name = "users")
public record User(
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) long id,
    String email,
    @RenamedColumn(from = "full_name") String displayName) {}
