package dev.crossfade.compatibility;

/** A version of the application: which columns its mappings and its SQL name. */
public enum Version {
  /** Written before the renames: {@code people.full_name}, {@code notes.body}. */
  V1("full_name", "body"),
  /** Written after them: {@code people.display_name}, {@code notes.content}. */
  V2("display_name", "content");

  private final String name;
  private final String text;

  Version(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The column of {@code people} that holds a name. */
  public String nameColumn() {
    return name;
  }

  /** The column of {@code notes} that holds the text. */
  public String textColumn() {
    return text;
  }

  /** {@code sql} with this version's columns: {@code {name}} and {@code {text}}. */
  public String sql(String sql) {
    return sql.replace("{name}", name).replace("{text}", text);
  }
}
