package dev.crossfade.compatibility.jooq;

import dev.crossfade.compatibility.Version;
import org.jooq.Identity;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** {@code notes} as one version's generator saw it. */
final class NotesTable extends TableImpl<Record> {

  final TableField<Record, Long> id =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
  final TableField<Record, Long> personId =
      createField(DSL.name("person_id"), SQLDataType.BIGINT.nullable(false), this);
  final TableField<Record, String> text;

  NotesTable(Version version) {
    super(DSL.name("notes"));
    this.text = createField(DSL.name(version.textColumn()), SQLDataType.VARCHAR(1000), this);
  }

  @Override
  public Schema getSchema() {
    return DSL.schema(DSL.name("public"));
  }

  @Override
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(this, DSL.name("notes_pkey"), id);
  }

  @Override
  public Identity<Record, Long> getIdentity() {
    return Internal.createIdentity(this, id);
  }
}
