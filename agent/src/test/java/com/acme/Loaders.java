package com.acme;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * An application server: {@code Loaders <url> <class path of an application>…}. Each application
 * has a class loader, and so a driver, of its own.
 */
public final class Loaders {

  private Loaders() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 1; i < arguments.length; i++) {
      String[] entries = arguments[i].split(java.io.File.pathSeparator);
      URL[] urls = new URL[entries.length];
      for (int j = 0; j < urls.length; j++) {
        urls[j] = Path.of(entries[j]).toUri().toURL();
      }
      try (URLClassLoader loader =
          new URLClassLoader("application " + i, urls, ClassLoader.getPlatformClassLoader())) {
        Thread.currentThread().setContextClassLoader(loader);
        Class<?> application = loader.loadClass("com.acme.Workload");
        application
            .getMethod("main", String[].class)
            .invoke(null, (Object) new String[] {arguments[0], "plainStatement", "starByLabel"});
      }
    }
    System.out.println("all done");
  }
}
