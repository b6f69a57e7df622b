package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Memo extends Base {
  @Id long id;
}

abstract class Base {
  @RenamedColumn(from = "author") // error: not-persistent
  String createdBy;
}
