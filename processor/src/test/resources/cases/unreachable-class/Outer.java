package shop;

import dev.crossfade.annotation.RenamedColumn;

public class Outer {

  private static class Hidden { // error: unreachable-class
    long id;

    @RenamedColumn(from = "a")
    String b;
  }

  class Inner { // error: unreachable-class
    long id;

    @RenamedColumn(from = "a")
    String b;
  }

  record Generic<T>( // error: unreachable-class
      long id, @RenamedColumn(from = "a") String b) {}
}
