package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names visible in one query level; a name not found is looked for in the level around it. */
final class Scope {

  private final @Nullable Scope outer;
  private final boolean lateral;
  private final List<Rte> entries = new ArrayList<>();
  private final List<FromNode> from = new ArrayList<>();
  private final Map<String, List<Rte.Output>> queries = new HashMap<>();

  Scope(@Nullable Scope outer) {
    this(outer, false);
  }

  private Scope(@Nullable Scope outer, boolean lateral) {
    this.outer = outer;
    this.lateral = lateral;
  }

  /** What a LATERAL item beside {@code left} sees. */
  Scope beside(FromNode left) {
    Scope inner = new Scope(this, true);
    inner.add(left);
    return inner;
  }

  /**
   * What a subquery in this level's FROM clause sees that is not LATERAL: the levels around, not
   * its neighbours.
   */
  @Nullable Scope around() {
    return lateral && outer != null ? outer.around() : outer;
  }

  /** Adds what a FROM item shows. */
  void add(FromNode node) {
    from.add(node);
    node.leaves(entries);
    node.mergedAliases(entries);
  }

  /** Adds an entry that {@code *} does not list, such as EXCLUDED. */
  void addHidden(Rte entry) {
    entries.add(entry);
  }

  /** Shows join partners to an ON clause before the whole item is complete. */
  Scope with(FromNode left, FromNode right) {
    Scope inner = new Scope(this);
    inner.add(left);
    inner.add(right);
    return inner;
  }

  List<FromNode> from() {
    return from;
  }

  List<Rte> entries() {
    return entries;
  }

  void addQuery(String name, List<Rte.Output> outputs) {
    queries.put(name, outputs);
  }

  /** The columns of the CTE {@code name}, or null if none is visible. */
  @Nullable List<Rte.Output> query(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      List<Rte.Output> outputs = scope.queries.get(name);
      if (outputs != null) {
        return outputs;
      }
    }
    return null;
  }

  /**
   * What a name stands for: {@code uncertain} if a nearer entry, whose columns are not known, may
   * own it; {@code beside} the watched table that has a column of that name too; {@code captures}
   * if it is a watched table's, and a level around has a table with a column of that name.
   */
  record Found(
      Rte rte, boolean canQualify, boolean uncertain, @Nullable Watched beside, boolean captures) {}

  /** The entry that owns the unqualified {@code column}, or null. */
  @Nullable Found column(String column) {
    boolean uncertain = false;
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Rte owner = null;
      Rte other = null;
      int watched = 0;
      boolean maybe = false;
      boolean unknown = false;
      for (Rte entry : scope.entries) {
        switch (entry.owns(column)) {
          case YES -> {
            boolean is = entry.watched() != null && entry.watched().columns().contains(column);
            watched += is ? 1 : 0;
            owner = is ? entry : owner;
            other = is ? other : entry;
          }
          case MAYBE -> {
            maybe = true;
            unknown |= entry.written() != null;
          }
          case NO -> {}
        }
      }
      if (other != null && (owner == null || !scope.merges(column))) {
        // Of two columns of that name one is in transition and not there for the version that
        // wrote this: to it, the name was never ambiguous.
        return new Found(
            other, canQualify(other), uncertain, owner == null ? null : owner.watched(), false);
      }
      if (owner != null) {
        return new Found(
            owner,
            canQualify(owner),
            uncertain || unknown || watched > 1 && !scope.merges(column),
            null,
            scope.outer != null && scope.outer.mayOwn(column));
      }
      uncertain |= maybe;
    }
    return null;
  }

  /** Whether a level from here outwards has another table's column of that name. */
  private boolean mayOwn(String column) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Rte entry : scope.entries) {
        boolean watched = entry.watched() != null && entry.watched().columns().contains(column);
        Rte.Has has = entry.owns(column);
        if (!watched && (has == Rte.Has.YES || has == Rte.Has.MAYBE && entry.written() != null)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean merges(String column) {
    return from.stream().anyMatch(node -> node.merges(column));
  }

  /** The watched tables in sight that have {@code column}, but under column aliases. */
  List<Rte> aliased(String column) {
    List<Rte> found = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Rte entry : scope.entries) {
        if (entry.renamed()
            && entry.watched() != null
            && entry.watched().columns().contains(column)) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /** The entry called {@code alias}, or null. */
  @Nullable Found alias(String alias) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Rte entry : scope.entries) {
        if (entry.alias().equals(alias)) {
          return new Found(entry, true, false, null, false);
        }
      }
    }
    return null;
  }

  /** The entry without alias that is the table {@code schema.name}, or null. */
  @Nullable Found table(TableName name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Rte entry : scope.entries) {
        TableName written = entry.written();
        if (written != null && written.mayBe(name) && entry.alias().equals(name.name())) {
          return new Found(entry, true, false, null, false);
        }
      }
    }
    return null;
  }

  /** Whether the first entry of that alias, looking outwards from here, is {@code wanted}. */
  private boolean canQualify(Rte wanted) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      int same = 0;
      boolean found = false;
      for (Rte entry : scope.entries) {
        if (entry.alias().equals(wanted.alias())) {
          same++;
          found |= entry == wanted;
        }
      }
      if (same > 0) {
        return found && same == 1;
      }
    }
    return false;
  }
}
