package dev.crossfade.compatibility.spring.data;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Version;
import javax.sql.DataSource;

class RepositoryPeopleTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new RepositoryPeople(new Application(version, dataSource));
  }
}
