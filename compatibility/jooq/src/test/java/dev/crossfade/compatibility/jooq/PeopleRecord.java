package dev.crossfade.compatibility.jooq;

import org.jooq.impl.UpdatableRecordImpl;

/** A row of {@link PeopleTable}, which can be stored, refreshed and deleted. */
abstract class PeopleRecord extends UpdatableRecordImpl<PeopleRecord> {

  private PeopleRecord(PeopleTable table) {
    super(table);
  }

  static final class OfV1 extends PeopleRecord {
    OfV1() {
      super(PeopleTable.V1);
    }
  }

  static final class OfV2 extends PeopleRecord {
    OfV2() {
      super(PeopleTable.V2);
    }
  }
}
