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

/**
 * {@code people} as one version's generator saw it: its columns in their order, the key, the unique
 * email address.
 */
final class PeopleTable extends TableImpl<Record> {

  final TableField<Record, Long> id =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
  final TableField<Record, String> name;
  final TableField<Record, String> email =
      createField(DSL.name("email"), SQLDataType.VARCHAR(100).nullable(false), this);
  final TableField<Record, Integer> age =
      createField(DSL.name("age"), SQLDataType.INTEGER.nullable(false), this);
  final TableField<Record, Integer> version =
      createField(
          DSL.name("version"),
          SQLDataType.INTEGER.nullable(false).defaultValue(DSL.inline(0)),
          this);

  PeopleTable(Version applicationVersion) {
    super(DSL.name("people"));
    this.name =
        createField(DSL.name(applicationVersion.nameColumn()), SQLDataType.VARCHAR(100), this);
  }

  @Override
  public Schema getSchema() {
    return DSL.schema(DSL.name("public"));
  }

  @Override
  public UniqueKey<Record> getPrimaryKey() {
    return Internal.createUniqueKey(this, DSL.name("people_pkey"), id);
  }

  @Override
  public Identity<Record, Long> getIdentity() {
    return Internal.createIdentity(this, id);
  }

  @Override
  public TableField<Record, Integer> getRecordVersion() {
    return version;
  }
}
