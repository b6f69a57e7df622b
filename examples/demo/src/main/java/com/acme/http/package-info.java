/** What both versions of the web service share: users over HTTP. Knows no column. */
@NullMarked
package com.acme.http;

import org.jspecify.annotations.NullMarked;
