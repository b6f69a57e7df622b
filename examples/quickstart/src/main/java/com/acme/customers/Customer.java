package com.acme.customers;

import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Table;
import java.util.UUID;

/**
 * A customer, whose column {@code phone_no} becomes {@code phone}.
 *
 * @param id the key
 * @param email the address
 * @param phone the telephone number
 */
@Table(name = "customers")
public record Customer(UUID id, String email, @RenamedColumn(from = "phone_no") String phone) {}
