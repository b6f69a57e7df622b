package dev.crossfade.compatibility.jooq;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Version;
import javax.sql.DataSource;

class JooqPeopleTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new JooqPeople(version, dataSource);
  }
}
