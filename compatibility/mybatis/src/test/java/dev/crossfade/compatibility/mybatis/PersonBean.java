package dev.crossfade.compatibility.mybatis;

import dev.crossfade.compatibility.Person;

/** What MyBatis fills and reads, the generated key too. */
public final class PersonBean {

  public Long id;
  public String name;
  public String email;
  public int age;
  public int version;

  static PersonBean of(Person person) {
    PersonBean bean = new PersonBean();
    bean.id = person.id();
    bean.name = person.name();
    bean.email = person.email();
    bean.age = person.age();
    bean.version = person.version();
    return bean;
  }

  Person toPerson() {
    return new Person(id, name, email, age, version);
  }
}
