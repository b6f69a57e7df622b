package dev.crossfade.compatibility.spring.jdbc;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Version;
import javax.sql.DataSource;

class ClientPeopleTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new ClientPeople(version, dataSource);
  }
}
