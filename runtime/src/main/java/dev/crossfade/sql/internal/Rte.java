package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a FROM clause (PostgreSQL calls it a range table entry), or the target of a write.
 */
public final class Rte {

  /** What a range table entry says of a column's name. */
  enum Has {
    YES,
    MAYBE,
    NO
  }

  /**
   * A column of a subquery or CTE.
   *
   * @param name its label, or null where the grammar alone does not tell it
   * @param starOf the watched table whose column came here by {@code *}, or null
   */
  record Output(@Nullable String name, @Nullable Watched starOf) {}

  /**
   * Where a FROM item's table stands in the text.
   *
   * @param start where it starts, ONLY included
   * @param end where the table's name ends, alias and TABLESAMPLE not included
   * @param aliased whether an alias follows
   */
  public record Place(int start, int end, boolean aliased) {}

  private final String alias;
  private final String aliasText;
  private final String nameText;
  private final @Nullable TableName written;
  private final @Nullable Relation relation;
  private final @Nullable Watched watched;
  private final @Nullable List<Output> outputs;
  private final boolean renamed;
  private final boolean qualifiedOnly;
  private final @Nullable Place place;

  private Rte(
      String alias,
      String aliasText,
      String nameText,
      @Nullable TableName written,
      @Nullable Relation relation,
      @Nullable Watched watched,
      @Nullable List<Output> outputs,
      boolean renamed,
      boolean qualifiedOnly,
      @Nullable Place place) {
    this.alias = alias;
    this.aliasText = aliasText;
    this.nameText = nameText;
    this.written = written;
    this.relation = relation;
    this.watched = watched;
    this.outputs = outputs;
    this.renamed = renamed;
    this.qualifiedOnly = qualifiedOnly;
    this.place = place;
  }

  /** A table, view or other relation; {@code renamed} if an alias list renames its columns. */
  static Rte table(
      String alias,
      String aliasText,
      String nameText,
      TableName written,
      @Nullable Relation relation,
      @Nullable Watched watched,
      boolean renamed) {
    return new Rte(
        alias, aliasText, nameText, written, relation, watched, null, renamed, false, null);
  }

  /** The same entry, known to be the FROM item at {@code place}. */
  Rte at(Place place) {
    return new Rte(
        alias,
        aliasText,
        nameText,
        written,
        relation,
        watched,
        outputs,
        renamed,
        qualifiedOnly,
        place);
  }

  /** Where it stands, or null if it is not a FROM item that a subquery could take the place of. */
  public @Nullable Place place() {
    return place;
  }

  /** The same table under another alias, which its columns then need: EXCLUDED, OLD, NEW. */
  Rte as(String otherAlias) {
    return as(otherAlias, otherAlias);
  }

  /** As {@link #as(String)}, with the alias's own spelling. */
  Rte as(String otherAlias, String text) {
    return new Rte(
        otherAlias, text, nameText, null, relation, watched, outputs, renamed, true, null);
  }

  /** The same entry, whose columns need its alias. */
  Rte qualifiedOnly() {
    return new Rte(
        alias, aliasText, nameText, written, relation, watched, outputs, renamed, true, place);
  }

  /** The same table where it is alone and, before PostgreSQL 14, can not be named. */
  Rte alone() {
    return new Rte(alias, "", nameText, written, relation, watched, outputs, renamed, false, null);
  }

  /** A subquery, CTE or function; {@code outputs} null if nothing is known of its columns. */
  static Rte derived(String alias, String aliasText, @Nullable List<Output> outputs) {
    return new Rte(alias, aliasText, aliasText, null, null, null, outputs, false, false, null);
  }

  /** The name that qualifies its columns. */
  public String alias() {
    return alias;
  }

  /** The alias as it stands in the text, to write before a column. */
  public String aliasText() {
    return aliasText;
  }

  /** What to write before a column: nothing where only this entry is visible. */
  public String qualifier() {
    return aliasText.isEmpty() ? "" : aliasText + ".";
  }

  /** The table's own name, without schema, as it stands in the text. */
  public String lastNameText() {
    return nameText;
  }

  /** The table's name as it was written, or null if this is no table. */
  public @Nullable TableName written() {
    return written;
  }

  /** What the catalog knows of it, or null. */
  public @Nullable Relation relation() {
    return relation;
  }

  /** The watched table it is, or null. */
  public @Nullable Watched watched() {
    return watched;
  }

  /** Whether an alias list such as {@code users AS u(a, b)} renames its columns. */
  public boolean renamed() {
    return renamed;
  }

  /** The columns that {@code *} gives, or null where they are not all known. */
  public @Nullable List<String> columnNames() {
    if (relation != null && !renamed) {
      return relation.columns().stream().map(Relation.Column::name).toList();
    }
    if (outputs == null || outputs.stream().anyMatch(o -> o.name() == null)) {
      return null;
    }
    return outputs.stream().map(Output::name).map(java.util.Objects::requireNonNull).toList();
  }

  @Nullable List<Output> outputs() {
    return outputs;
  }

  /** Whether an unqualified {@code column} may be this entry's. */
  Has owns(String column) {
    return qualifiedOnly ? Has.NO : has(column);
  }

  /** Whether {@code alias.column} names a column. */
  Has has(String column) {
    if (renamed) {
      return Has.MAYBE;
    }
    if (watched != null && watched.columns().contains(column)) {
      return Has.YES;
    }
    if (relation != null) {
      return relation.column(column) != null ? Has.YES : Has.NO;
    }
    if (outputs == null) {
      return Has.MAYBE;
    }
    boolean open = false;
    for (Output output : outputs) {
      if (output.name() == null) {
        open = true;
      } else if (output.name().equals(column)) {
        return Has.YES;
      }
    }
    return open ? Has.MAYBE : Has.NO;
  }

  /** The watched table whose column {@code *} brought here under that name, or null. */
  @Nullable Watched starOf(String column) {
    if (outputs != null) {
      for (Output output : outputs) {
        if (output.starOf() != null && column.equals(output.name())) {
          return output.starOf();
        }
      }
    }
    return null;
  }
}
