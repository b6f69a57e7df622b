package dev.crossfade.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Where one session of the server stands: which relations a bare name leads it to. Survives the
 * wrapper, because a pool hands the session on with its search path and its temporary tables. Holds
 * nothing that leads back to the connection, by which it is weakly kept.
 */
final class Place {

  /** The names as the session sees them, or null if that must be asked. */
  volatile @Nullable PathCatalog path;

  /** Whether something was seen or done in this transaction that its end may take back. */
  volatile boolean unsettled;

  /** The search path as the server (18 and later) reported it when {@link #path} was asked. */
  volatile @Nullable String reported;
}
