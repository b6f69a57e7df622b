/** The smallest application with a column in transition: copy it. */
@NullMarked
package com.acme.customers;

import org.jspecify.annotations.NullMarked;
