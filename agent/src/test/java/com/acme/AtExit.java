package com.acme;

/** An application that still works while it is being shut down. */
public final class AtExit {

  private AtExit() {}

  public static void main(String[] arguments) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Thread.sleep(500);
                    Workload.main(new String[] {arguments[0], "plainStatement"});
                    Thread.sleep(300);
                  } catch (Exception e) {
                    e.printStackTrace();
                  }
                }));
  }
}
