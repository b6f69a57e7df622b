package dev.crossfade.compatibility.hibernate;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Version;
import javax.sql.DataSource;

class HibernatePeopleTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new HibernatePeople(Application.over(version, dataSource));
  }
}
