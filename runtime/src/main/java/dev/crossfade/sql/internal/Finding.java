package dev.crossfade.sql.internal;

import dev.crossfade.sql.syntax.Assignment;
import dev.crossfade.sql.syntax.DataStatement;
import dev.crossfade.sql.syntax.MergeWhen;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.OnConflict;
import dev.crossfade.sql.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a statement does with a watched table. Immutable; offsets are offsets of the
 * original text.
 */
public sealed interface Finding {

  /** Calls the visitor's method for this kind of finding. */
  void accept(FindingVisitor visitor);

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

    @Override
    public void accept(FindingVisitor visitor) {
      visitor.ref(this);
    }
  }

  /**
   * An unqualified name that is another table's column, beside a watched one of the same name.
   *
   * @param rte whose column it is
   * @param uncertain whether a nearer table, whose columns are not known, may own the name
   */
  record Elsewhere(Rte rte, Watched beside, Name name, boolean canQualify, boolean uncertain)
      implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.elsewhere(this);
    }
  }

  /**
   * A column that came by {@code *} out of a subquery and is then named: {@code (SELECT * FROM
   * users) x … x.full_name}.
   */
  record Through(Watched watched, String column) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.through(this);
    }
  }

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
   * @param counted whether the statement fixes the number of columns, as INSERT … SELECT * does
   * @param branches the branches of the set operation that it is in, which must give equally many
   *     columns, or null
   */
  record Star(
      List<FromNode> from,
      int start,
      int end,
      boolean unused,
      boolean used,
      boolean plain,
      boolean counted,
      @Nullable Branches branches)
      implements Finding {

    /** The entries that it lists, in order. */
    public List<Rte> leaves() {
      List<Rte> leaves = new ArrayList<>();
      for (FromNode node : from) {
        node.leaves(leaves);
      }
      return leaves;
    }

    @Override
    public void accept(FindingVisitor visitor) {
      visitor.star(this);
    }
  }

  /**
   * A watched column that USING does not merge, since another table of that side has one of the
   * same name: only the version that does not have the watched one wrote that.
   */
  record Hidden(Rte rte, String column) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.hidden(this);
    }
  }

  /** {@code TABLE users}, from {@code start}. */
  record TableCommand(Rte rte, int start, boolean counted) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.tableCommand(this);
    }
  }

  /**
   * A whole row: {@code SELECT u FROM users u}, {@code row_to_json(u)}, {@code count(u.*)}.
   *
   * @param typed whether it is given to a function that may look at its type
   */
  record WholeRow(Rte rte, boolean typed) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.wholeRow(this);
    }
  }

  /** The table's row type named as a type: {@code NULL::users}. */
  record RowType(Watched watched) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.rowType(this);
    }
  }

  /**
   * A field of a row or a function notation that may be a watched column: {@code (u).full_name},
   * {@code full_name(u)}.
   */
  record Field(Watched watched, String column) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.field(this);
    }
  }

  /**
   * A watched column merged by a join: {@code JOIN … USING (full_name)}, or possibly by NATURAL
   * JOIN.
   */
  record Merged(Rte rte, String column, boolean natural) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.merged(this);
    }
  }

  /**
   * A watched table whose columns an alias list renames, {@code users AS u(a, b)}, or an aliased
   * join hides, {@code (users JOIN …) AS j}.
   *
   * @param clashes whether another table of the join has a column of a watched name
   */
  record Renamed(Rte rte, boolean clashes) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.renamed(this);
    }
  }

  /** INSERT. */
  record Insert(DataStatement.Insert statement, Rte target) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.insert(this);
    }
  }

  /** The target of ON CONFLICT. */
  record ConflictTarget(OnConflict clause, Rte target) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.conflictTarget(this);
    }
  }

  /** The INSERT of a MERGE. */
  record MergeInsert(MergeWhen.Insert clause, Rte target) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.mergeInsert(this);
    }
  }

  /**
   * SET of an UPDATE, of ON CONFLICT DO UPDATE, or of one of a MERGE's actions.
   *
   * @param beside what the MERGE's other actions set
   */
  record Update(List<Assignment> items, Rte target, List<Assignment> beside) implements Finding {

    /** Whether one of the items assigns {@code column}. */
    public boolean assigns(String column) {
      for (Assignment item : items) {
        for (var assigned : item.targets()) {
          if (assigned.name().value().equals(column)) {
            return true;
          }
        }
      }
      return false;
    }

    @Override
    public void accept(FindingVisitor visitor) {
      visitor.update(this);
    }
  }

  /** {@code COPY users …}, in either direction. */
  record Copy(Statement.Copy statement, Rte target) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.copy(this);
    }
  }

  /**
   * A bare name that means the watched column to a version of the application that has it and
   * something else to one that has not: a label in GROUP BY, a column of a query around.
   */
  record Ambiguous(Rte rte, String column) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.ambiguous(this);
    }
  }

  /**
   * A bare name of a watched column in sight of the watched table under column aliases, {@code
   * users u (k)}: a substitute for that table shows the old and the new name.
   */
  record BesideAliases(Rte rte, String column) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.besideAliases(this);
    }
  }

  /** A read of a view whose own query reads the column. */
  record IndirectRead(Watched watched, String column) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.indirectRead(this);
    }
  }

  /**
   * A write to something through which a watched table is reached, such as a view.
   *
   * @param columns the watched columns that it may write
   * @param inserts whether it may insert rows, in which other columns get their defaults
   */
  record IndirectWrite(Watched watched, List<String> columns, boolean inserts) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.indirectWrite(this);
    }
  }

  /**
   * Text that names a watched column where its meaning can not be told: a DO block, a function's
   * body, DDL.
   *
   * @param ddl whether it is DDL, which is the migration's own business
   */
  record Opaque(Watched watched, @Nullable String column, boolean ddl) implements Finding {
    @Override
    public void accept(FindingVisitor visitor) {
      visitor.opaque(this);
    }
  }
}
