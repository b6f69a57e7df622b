package com.acme.shop;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Customers extends JpaRepository<Customer, Long> {

  List<Customer> findByDisplayNameStartingWith(String start);
}
