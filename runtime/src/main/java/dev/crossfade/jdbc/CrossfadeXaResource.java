package dev.crossfade.jdbc;

import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * The driver's transactions; what was learnt within one is forgotten when it leaves the connection.
 */
final class CrossfadeXaResource implements XAResource {

  final XAResource delegate;
  private final CrossfadeXaConnection connection;

  CrossfadeXaResource(XAResource delegate, CrossfadeXaConnection connection) {
    this.delegate = delegate;
    this.connection = connection;
  }

  @Override
  public void start(Xid xid, int flags) throws XAException {
    delegate.start(xid, flags);
  }

  @Override
  public void end(Xid xid, int flags) throws XAException {
    delegate.end(xid, flags);
  }

  @Override
  public int prepare(Xid xid) throws XAException {
    try {
      return delegate.prepare(xid);
    } finally {
      ended();
    }
  }

  @Override
  public void commit(Xid xid, boolean onePhase) throws XAException {
    try {
      delegate.commit(xid, onePhase);
    } finally {
      ended();
    }
  }

  @Override
  public void rollback(Xid xid) throws XAException {
    try {
      delegate.rollback(xid);
    } finally {
      ended();
    }
  }

  private void ended() {
    CrossfadeConnection logical = connection.logical();
    if (logical != null) {
      logical.transactionEnded();
    }
  }

  @Override
  public void forget(Xid xid) throws XAException {
    delegate.forget(xid);
  }

  @Override
  public Xid[] recover(int flags) throws XAException {
    return delegate.recover(flags);
  }

  /** A transaction manager asks this of two of ours, and the driver knows only its own. */
  @Override
  public boolean isSameRM(XAResource other) throws XAException {
    return delegate.isSameRM(other instanceof CrossfadeXaResource ours ? ours.delegate : other);
  }

  @Override
  public int getTransactionTimeout() throws XAException {
    return delegate.getTransactionTimeout();
  }

  @Override
  public boolean setTransactionTimeout(int seconds) throws XAException {
    return delegate.setTransactionTimeout(seconds);
  }

  @Override
  public String toString() {
    return "crossfade " + delegate;
  }
}
