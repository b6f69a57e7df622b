package dev.crossfade.sql.internal;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Conflict_objectContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_from_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_to_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_not_matchedContext;

/**
 * Something that a statement does with a watched table. Immutable; offsets are offsets of the
 * original text.
 */
public sealed interface Finding {

  /**
   * A column read by name: {@code full_name}, {@code u.full_name}.
   *
   * @param rte whose column it is
   * @param column the column's name
   * @param start where the reference starts, its qualifier included
   * @param nameStart where the column's own name starts
   * @param end where it ends
   * @param canQualify whether {@code rte}'s alias, written before the column here, would mean that
   *     entry
   * @param uncertain whether a nearer table, whose columns are not known, may own the name
   * @param plain whether it stands alone as an output column of a query that does not sort, group
   *     or combine
   * @param labelAt where to add {@code AS label} to keep the output's label, or -1
   */
  record Ref(
      Rte rte,
      String column,
      int start,
      int nameStart,
      int end,
      boolean canQualify,
      boolean uncertain,
      boolean plain,
      int labelAt)
      implements Finding {

    /** Whether the text qualifies the column. */
    public boolean qualified() {
      return start != nameStart;
    }
  }

  /**
   * An unqualified name that is another table's column, beside a watched one of the same name.
   *
   * @param rte whose column it is
   */
  record Elsewhere(Rte rte, Watched beside, int start, int end, boolean canQualify)
      implements Finding {}

  /**
   * A column that came by {@code *} out of a subquery and is then named: {@code (SELECT * FROM
   * users) x … x.full_name}.
   */
  record Through(Watched watched, String column) implements Finding {}

  /**
   * {@code *} or {@code u.*} as an output.
   *
   * @param from what it lists, in order
   * @param start where it starts
   * @param end where it ends
   * @param unused whether nobody sees the columns, as in {@code EXISTS (SELECT * …)}
   * @param used whether every column counts, as in {@code INSERT … SELECT *}; if neither, the
   *     client may look at it or not
   * @param plain whether the query does not sort, group or combine
   * @param counted whether the statement fixes the number of columns, as INSERT … SELECT * and
   *     UNION do
   */
  record Star(
      List<FromNode> from,
      int start,
      int end,
      boolean unused,
      boolean used,
      boolean plain,
      boolean counted)
      implements Finding {}

  /** {@code TABLE users} */
  record TableCommand(Rte rte, int start, int end, boolean counted) implements Finding {}

  /** A whole row: {@code SELECT u FROM users u}, {@code row_to_json(u)}, {@code count(u.*)}. */
  record WholeRow(Rte rte, int start, int end) implements Finding {}

  /** The table's row type named as a type: {@code NULL::users}. */
  record RowType(Watched watched, int start, int end) implements Finding {}

  /**
   * A field of a row or a function notation that may be a watched column: {@code (u).full_name},
   * {@code full_name(u)}.
   */
  record Field(Watched watched, String column, int start, int end) implements Finding {}

  /**
   * A watched column merged by a join: {@code JOIN … USING (full_name)}, or possibly by NATURAL
   * JOIN.
   */
  record Merged(Rte rte, String column, int start, int end, boolean natural) implements Finding {}

  /**
   * A watched table whose columns an alias list renames, {@code users AS u(a, b)}, or an aliased
   * join hides, {@code (users JOIN …) AS j}.
   *
   * @param clashes whether another table of the join has a column of a watched name
   */
  record Renamed(Rte rte, int start, int end, boolean clashes) implements Finding {}

  /** INSERT. */
  record Insert(Insert_stmt_for_psqlContext statement, Rte target) implements Finding {}

  /** The inference clause of ON CONFLICT. */
  record ConflictTarget(Conflict_objectContext clause, Rte target) implements Finding {}

  /** The INSERT of a MERGE. */
  record MergeInsert(Merge_not_matchedContext clause, Rte target) implements Finding {}

  /**
   * SET items of an UPDATE, of ON CONFLICT DO UPDATE or of a MERGE.
   *
   * @param items each an {@code update_set} or {@code merge_update}
   */
  record Update(List<? extends ParserRuleContext> items, Rte target) implements Finding {}

  /** {@code COPY users … TO} */
  record CopyTo(Copy_to_statementContext statement, Rte target) implements Finding {}

  /** {@code COPY users … FROM} */
  record CopyFrom(Copy_from_statementContext statement, Rte target) implements Finding {}

  /**
   * A bare name that means the watched column to a version of the application that has it and
   * something else to one that has not: a label in GROUP BY, a column of a query around.
   */
  record Ambiguous(Rte rte, String column) implements Finding {}

  /** A read of a view whose own query reads the column. */
  record IndirectRead(Watched watched, String column) implements Finding {}

  /** A write to something through which a watched table is reached, such as a view. */
  record IndirectWrite(String relation, Watched watched, int start, int end) implements Finding {}

  /**
   * Text that names a watched column where its meaning can not be told: a DO block, a function's
   * body, DDL.
   *
   * @param ddl whether it is DDL, which is the migration's own business
   */
  record Opaque(Watched watched, @Nullable String column, boolean ddl) implements Finding {}
}
