/** The web service as it was: plain JDBC, the column {@code full_name}, nothing of Crossfade. */
@NullMarked
package com.acme.web.v1;

import org.jspecify.annotations.NullMarked;
