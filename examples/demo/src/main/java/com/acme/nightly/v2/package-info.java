/** The report job, fixed: it reads {@code display_name}. */
@NullMarked
package com.acme.nightly.v2;

import org.jspecify.annotations.NullMarked;
