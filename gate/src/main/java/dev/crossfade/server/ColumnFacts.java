package dev.crossfade.server;

import dev.crossfade.model.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as the catalog holds it. Immutable.
 *
 * @param number {@code attnum}
 * @param name its name
 * @param type its type with modifiers and schema, as {@code format_type} prints it
 * @param collation its collation as SQL, or null where it is the type's own
 * @param notNull whether NULL is refused
 * @param identity whether it is an identity column
 * @param generated whether it is generated
 * @param defaultExpression its default as SQL, or null
 * @param volatileDefault whether evaluating the default twice may give two values
 * @param statisticsTarget its statistics target, or -1 for the default
 * @param comment its comment, or null
 * @param grants the privileges granted on the column itself
 */
public record ColumnFacts(
    int number,
    String name,
    String type,
    @Nullable String collation,
    boolean notNull,
    boolean identity,
    boolean generated,
    @Nullable String defaultExpression,
    boolean volatileDefault,
    int statisticsTarget,
    @Nullable String comment,
    List<Grant> grants) {

  /**
   * A privilege on the column.
   *
   * @param role the role as SQL, {@code PUBLIC} or a quoted name
   * @param privilege {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code REFERENCES}
   * @param grantable with grant option
   */
  public record Grant(String role, String privilege, boolean grantable) {}

  private static final String OURS = "[crossfade] ";
  private static final String TAKES = OURS + "takes the place of ";
  private static final String SUPERSEDED = OURS + "superseded by ";

  public ColumnFacts {
    grants = List.copyOf(grants);
  }

  /** The name in double quotes. */
  public String quoted() {
    return Identifier.quote(name);
  }

  /** Type and collation as SQL, for a column or a cast. */
  public String typeSql() {
    return collation == null ? type : type + " COLLATE " + collation;
  }

  /** Whether the comment says that this column takes the place of {@code oldColumn}. */
  public boolean takesThePlaceOf(String oldColumn) {
    return comment != null && (TAKES + Identifier.quote(oldColumn)).equals(lastLine(comment));
  }

  /**
   * Whether the comment says that {@code newColumn} is the authority and this one may be out of
   * date, as it is from the step to AFTER on.
   */
  public boolean supersededBy(String newColumn) {
    return comment != null && (SUPERSEDED + Identifier.quote(newColumn)).equals(lastLine(comment));
  }

  /** The comment without our mark, or null if nothing is left. */
  public @Nullable String plainComment() {
    if (comment == null || !lastLine(comment).startsWith(OURS)) {
      return comment;
    }
    int cut = comment.lastIndexOf('\n');
    return cut < 0 ? null : comment.substring(0, cut);
  }

  /** {@code plain} with the mark that this column takes the place of {@code oldColumn}. */
  public static String marked(@Nullable String plain, String oldColumn) {
    return marked(plain, TAKES, oldColumn);
  }

  /** {@code plain} with the mark that {@code newColumn} is the authority from now on. */
  public static String superseded(@Nullable String plain, String newColumn) {
    return marked(plain, SUPERSEDED, newColumn);
  }

  private static String marked(@Nullable String plain, String mark, String column) {
    return (plain == null ? "" : plain + "\n") + mark + Identifier.quote(column);
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
