package dev.crossfade.compatibility;

import javax.sql.DataSource;

/** No framework at all. */
class PlainJdbcTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new JdbcPeople(version, dataSource);
  }
}
