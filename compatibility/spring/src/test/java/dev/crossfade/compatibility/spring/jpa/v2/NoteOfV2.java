package dev.crossfade.compatibility.spring.jpa.v2;

import dev.crossfade.compatibility.spring.jpa.NoteEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "notes")
public class NoteOfV2 extends NoteEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "person_id")
  public PersonOfV2 person;

  @Column(name = "content")
  public String text;

  @Override
  public String text() {
    return text;
  }
}
