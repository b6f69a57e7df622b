package dev.crossfade.processor.entities;

import jakarta.persistence.Entity;

/** Has a transition only by inheritance, and its names only by default. */
@Entity
public class Memo extends Audited<Integer> {
  String text;
}
