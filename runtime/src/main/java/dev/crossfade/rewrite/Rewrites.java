package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.FindingVisitor;

/** The register of rewrites: one for each kind of finding. For one text, one thread. */
final class Rewrites implements FindingVisitor {

  private static final ReadRewrite READ = new ReadRewrite();
  private static final ElsewhereRewrite ELSEWHERE = new ElsewhereRewrite();
  private static final StarRewrite STAR = new StarRewrite();
  private static final TableCommandRewrite TABLE = new TableCommandRewrite();
  private static final WholeRowRewrite WHOLE_ROW = new WholeRowRewrite();
  private static final RowTypeRewrite ROW_TYPE = new RowTypeRewrite();
  private static final FieldRewrite FIELD = new FieldRewrite();
  private static final MergedRewrite MERGED = new MergedRewrite();
  private static final HiddenRewrite HIDDEN = new HiddenRewrite();
  private static final RenamedRewrite RENAMED = new RenamedRewrite();
  private static final ConflictTargetRewrite CONFLICT = new ConflictTargetRewrite();
  private static final UpdateRewrite UPDATE = new UpdateRewrite();
  private static final AmbiguousRewrite AMBIGUOUS = new AmbiguousRewrite();
  private static final BesideAliasesRewrite BESIDE_ALIASES = new BesideAliasesRewrite();
  private static final IndirectReadRewrite INDIRECT_READ = new IndirectReadRewrite();
  private static final IndirectWriteRewrite INDIRECT_WRITE = new IndirectWriteRewrite();
  private static final OpaqueRewrite OPAQUE = new OpaqueRewrite();

  private final Statement statement;

  Rewrites(Statement statement) {
    this.statement = statement;
  }

  @Override
  public void ref(Finding.Ref ref) {
    READ.apply(ref, statement);
  }

  @Override
  public void elsewhere(Finding.Elsewhere name) {
    ELSEWHERE.apply(name, statement);
  }

  /** A column that only passed through a subquery was rewritten there. */
  @Override
  public void through(Finding.Through column) {}

  @Override
  public void star(Finding.Star star) {
    STAR.apply(star, statement);
  }

  @Override
  public void tableCommand(Finding.TableCommand table) {
    TABLE.apply(table, statement);
  }

  @Override
  public void wholeRow(Finding.WholeRow row) {
    WHOLE_ROW.apply(row, statement);
  }

  @Override
  public void rowType(Finding.RowType type) {
    ROW_TYPE.apply(type, statement);
  }

  @Override
  public void field(Finding.Field field) {
    FIELD.apply(field, statement);
  }

  @Override
  public void merged(Finding.Merged merged) {
    MERGED.apply(merged, statement);
  }

  @Override
  public void hidden(Finding.Hidden hidden) {
    HIDDEN.apply(hidden, statement);
  }

  @Override
  public void renamed(Finding.Renamed renamed) {
    RENAMED.apply(renamed, statement);
  }

  @Override
  public void insert(Finding.Insert insert) {
    InsertRewrite.insert(insert, statement);
  }

  @Override
  public void conflictTarget(Finding.ConflictTarget conflict) {
    CONFLICT.apply(conflict, statement);
  }

  @Override
  public void mergeInsert(Finding.MergeInsert insert) {
    InsertRewrite.merge(insert, statement);
  }

  @Override
  public void update(Finding.Update update) {
    UPDATE.apply(update, statement);
  }

  @Override
  public void copy(Finding.Copy copy) {
    CopyRewrite.apply(copy, statement);
  }

  @Override
  public void ambiguous(Finding.Ambiguous name) {
    AMBIGUOUS.apply(name, statement);
  }

  @Override
  public void besideAliases(Finding.BesideAliases name) {
    BESIDE_ALIASES.apply(name, statement);
  }

  @Override
  public void indirectRead(Finding.IndirectRead read) {
    INDIRECT_READ.apply(read, statement);
  }

  @Override
  public void indirectWrite(Finding.IndirectWrite write) {
    INDIRECT_WRITE.apply(write, statement);
  }

  @Override
  public void opaque(Finding.Opaque opaque) {
    OPAQUE.apply(opaque, statement);
  }
}
