package dev.crossfade.compatibility.jooq;

import dev.crossfade.compatibility.Version;
import org.jooq.Identity;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** {@code people} as one version's generator saw it, in its schema, with key and version. */
final class PeopleTable extends TableImpl<PeopleRecord> {

  static final PeopleTable V1 = new PeopleTable(Version.V1);
  static final PeopleTable V2 = new PeopleTable(Version.V2);

  final TableField<PeopleRecord, Long> id =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this);
  final TableField<PeopleRecord, String> name;
  final TableField<PeopleRecord, String> email =
      createField(DSL.name("email"), SQLDataType.VARCHAR(100).nullable(false), this);
  final TableField<PeopleRecord, Integer> age =
      createField(DSL.name("age"), SQLDataType.INTEGER.nullable(false), this);
  final TableField<PeopleRecord, Integer> version =
      createField(
          DSL.name("version"),
          SQLDataType.INTEGER.nullable(false).defaultValue(DSL.inline(0)),
          this);

  private final Version application;

  private PeopleTable(Version application) {
    super(DSL.name("people"));
    this.application = application;
    this.name = createField(DSL.name(application.nameColumn()), SQLDataType.VARCHAR(100), this);
  }

  static PeopleTable of(Version version) {
    return version == Version.V1 ? V1 : V2;
  }

  @Override
  public Class<? extends PeopleRecord> getRecordType() {
    return application == Version.V1 ? PeopleRecord.OfV1.class : PeopleRecord.OfV2.class;
  }

  @Override
  public Schema getSchema() {
    return DSL.schema(DSL.name("public"));
  }

  @Override
  public UniqueKey<PeopleRecord> getPrimaryKey() {
    return Internal.createUniqueKey(this, DSL.name("people_pkey"), id);
  }

  @Override
  public Identity<PeopleRecord, Long> getIdentity() {
    return Internal.createIdentity(this, id);
  }

  @Override
  public TableField<PeopleRecord, Integer> getRecordVersion() {
    return version;
  }
}
