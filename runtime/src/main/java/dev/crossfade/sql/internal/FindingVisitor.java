package dev.crossfade.sql.internal;

/** One method a kind of {@link Finding}. */
public interface FindingVisitor {

  void ref(Finding.Ref ref);

  void elsewhere(Finding.Elsewhere name);

  void through(Finding.Through column);

  void star(Finding.Star star);

  void tableCommand(Finding.TableCommand table);

  void wholeRow(Finding.WholeRow row);

  void rowType(Finding.RowType type);

  void field(Finding.Field field);

  void merged(Finding.Merged merged);

  void hidden(Finding.Hidden hidden);

  void renamed(Finding.Renamed renamed);

  void insert(Finding.Insert insert);

  void conflictTarget(Finding.ConflictTarget conflict);

  void mergeInsert(Finding.MergeInsert insert);

  void update(Finding.Update update);

  void copy(Finding.Copy copy);

  void ambiguous(Finding.Ambiguous name);

  void besideAliases(Finding.BesideAliases name);

  void indirectRead(Finding.IndirectRead read);

  void indirectWrite(Finding.IndirectWrite write);

  void opaque(Finding.Opaque opaque);
}
