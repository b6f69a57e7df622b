package dev.crossfade.compatibility.spring.jpa.v1;

import dev.crossfade.compatibility.spring.jpa.NoteEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "notes")
public class NoteOfV1 extends NoteEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "person_id")
  public PersonOfV1 person;

  @Column(name = "body")
  public String text;

  @Override
  public String text() {
    return text;
  }
}
