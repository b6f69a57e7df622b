/** The web service as it becomes: the column is called {@code display_name}. */
@NullMarked
package com.acme.web.v2;

import org.jspecify.annotations.NullMarked;
