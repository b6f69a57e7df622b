package dev.crossfade.compatibility.spring.data.v1;

import dev.crossfade.compatibility.spring.data.AuthorRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

@Table("people")
public class AuthorOfV1 extends AuthorRow {

  @Column("full_name")
  public String name;

  @MappedCollection(idColumn = "person_id")
  public Set<Note> notes = new LinkedHashSet<>();

  /** A part of the aggregate: stored anew with it. */
  @Table("notes")
  public static class Note {
    @Id public Long id;

    @Column("body")
    public String text;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void rename(String newName) {
    name = newName;
  }

  @Override
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    notes.stream()
        .sorted(Comparator.comparing(note -> note.text))
        .forEach(note -> texts.add(note.text));
    return texts;
  }

  @Override
  public void write(String text) {
    Note note = new Note();
    note.text = text;
    notes.add(note);
  }
}
