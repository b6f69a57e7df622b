package com.acme;

/** Three lines of an application. */
public final class Caller {

  private Caller() {}

  public static void here(Runnable call) {
    call.run();
  }

  public static void there(Runnable call) {
    call.run();
  }

  public static void elsewhere(Runnable call) {
    call.run();
  }
}
