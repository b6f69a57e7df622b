package dev.crossfade.compatibility.mybatis;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Version;
import javax.sql.DataSource;

class MybatisPeopleTest extends PeopleContract {

  @Override
  protected People open(Version version, DataSource dataSource) {
    return new MybatisPeople(version, dataSource);
  }
}
