/** JdbcTemplate and JdbcClient. */
package dev.crossfade.compatibility.spring.jdbc;
