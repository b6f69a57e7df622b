/** Flyway and Liquibase, whose migrations go through the proxy as the application does. */
package dev.crossfade.compatibility.migrations;
