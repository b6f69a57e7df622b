package dev.crossfade.compatibility.spring.data;

import java.util.List;
import org.springframework.data.annotation.Id;

/** A person as the root of an aggregate, with the notes inside. */
public abstract class AuthorRow {

  @Id public Long id;
  public String email;
  public int age;

  public abstract String name();

  public abstract void rename(String name);

  public abstract List<String> texts();

  public abstract void write(String text);
}
