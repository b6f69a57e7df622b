/** MyBatis through the proxy. */
package dev.crossfade.compatibility.mybatis;
