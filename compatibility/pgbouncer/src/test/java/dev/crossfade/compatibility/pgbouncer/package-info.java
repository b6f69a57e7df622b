/** PgBouncer in transaction mode: each transaction may meet another session of the server. */
package dev.crossfade.compatibility.pgbouncer;
