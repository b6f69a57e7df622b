/** Spring Data JDBC. */
package dev.crossfade.compatibility.spring.data;
