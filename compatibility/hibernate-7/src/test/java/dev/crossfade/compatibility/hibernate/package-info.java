/** Hibernate ORM through the proxy. The sources serve Hibernate 6 and 7. */
package dev.crossfade.compatibility.hibernate;
