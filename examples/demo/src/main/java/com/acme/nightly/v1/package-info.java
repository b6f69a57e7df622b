/** The report job that everybody forgot: it reads {@code full_name}. */
@NullMarked
package com.acme.nightly.v1;

import org.jspecify.annotations.NullMarked;
