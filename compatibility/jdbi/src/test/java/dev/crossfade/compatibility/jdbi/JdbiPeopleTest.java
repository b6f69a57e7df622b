package dev.crossfade.compatibility.jdbi;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Version;
import javax.sql.DataSource;

class JdbiPeopleTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new JdbiPeople(version, dataSource);
  }
}
