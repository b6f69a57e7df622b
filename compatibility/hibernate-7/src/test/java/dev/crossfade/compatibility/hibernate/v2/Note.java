package dev.crossfade.compatibility.hibernate.v2;

import dev.crossfade.compatibility.hibernate.NoteEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "notes")
public class Note extends NoteEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "person_id")
  public Person person;

  @Column(name = "content", length = 1000)
  public String text;

  @Override
  public String text() {
    return text;
  }

  @Override
  public Person person() {
    return person;
  }
}
