/** A Spring Boot application with a column in transition, under both generations of Spring Boot. */
package com.acme.shop;
