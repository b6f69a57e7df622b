package shop;

import dev.crossfade.annotation.RenamedColumn;

abstract class Base {
  @RenamedColumn(from = "author")
  private String createdBy; // error: unreachable-field
}

class One extends Base {
  long id;
}

class Two extends Base {
  long id;
}
