package dev.crossfade.compatibility.mybatis;

/** What MyBatis fills and reads, the generated key too. */
public final class NoteBean {

  public Long id;
  public long personId;
  public String text;
}
