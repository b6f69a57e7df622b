package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Col_labelContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_typeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IndirectionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_listContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_name_nontypeContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Xml_functionContext;

/** The resolver's part for value expressions: column references, whole rows, fields. */
final class Expressions {

  private final Resolver resolver;
  private final ParsedSql sql;

  // What the output item being visited fixes for the reference that gives it its label.
  private @Nullable Indirection_varContext labelled;
  private @Nullable Indirection_varContext plain;
  private int labelAt = -1;
  // Labels that hide a column of that name from a version that does not have the column.
  private List<String> doubtful = List.of();

  Expressions(Resolver resolver) {
    this.resolver = resolver;
    this.sql = resolver.sql;
  }

  /** Visits an output item. */
  void item(Select_sublistContext item, Labels.Label label, boolean mayBePlain, Scope scope) {
    Indirection_varContext outerLabelled = labelled;
    Indirection_varContext outerPlain = plain;
    int outerAt = labelAt;
    boolean named = item.col_label() != null || item.bare_col_label() != null;
    labelled = named ? null : label.source();
    labelAt = ParsedSql.end(item);
    Indirection_varContext alone = mayBePlain ? alone(item.vex()) : null;
    plain = alone != null && Labels.isAlone(item, alone) ? alone : null;
    resolver.visit(item.vex(), scope);
    labelled = outerLabelled;
    plain = outerPlain;
    labelAt = outerAt;
  }

  void visit(ParserRuleContext context, Scope scope) {
    switch (context.getRuleIndex()) {
      case SQLParser.RULE_indirection_var -> reference((Indirection_varContext) context, scope);
      case SQLParser.RULE_function_call -> call((Function_callContext) context, scope);
      case SQLParser.RULE_vex -> {
        VexContext vex = (VexContext) context;
        if (vex.indirection_list() != null && vex.LEFT_PAREN() != null) {
          field(vex, vex.indirection_list());
        }
        resolver.visitChildren(context, scope);
      }
      case SQLParser.RULE_value_expression_primary -> {
        Value_expression_primaryContext primary = (Value_expression_primaryContext) context;
        if (primary.EXISTS() != null) {
          resolver.queries().exists(primary.table_subquery(), scope);
        } else {
          resolver.visitChildren(context, scope);
        }
      }
      case SQLParser.RULE_data_type -> type((Data_typeContext) context);
      case SQLParser.RULE_xml_function -> xml((Xml_functionContext) context, scope);
      // Names that are not columns.
      case SQLParser.RULE_op,
          SQLParser.RULE_collate_identifier,
          SQLParser.RULE_schema_qualified_name,
          SQLParser.RULE_schema_qualified_name_nontype,
          SQLParser.RULE_identifier -> {}
      default -> resolver.visitChildren(context, scope);
    }
  }

  private void reference(Indirection_varContext var, Scope scope) {
    if (var.identifier() == null) {
      resolver.visitChildren(var, scope);
      return;
    }
    Indirection_listContext list = var.indirection_list();
    if (list != null) {
      resolver.visitAll(list.indirection(), scope);
    }
    List<Col_labelContext> fields = fields(list);
    if (list != null && list.MULTIPLY() != null) {
      Scope.Found row = qualifier(var, scope);
      if (row != null) {
        wholeRow(row.rte(), var);
      }
      return;
    }
    String first = sql.name(var.identifier());
    if (fields.isEmpty()) {
      unqualified(first, var, scope);
      return;
    }
    String second = sql.name(fields.get(0));
    Scope.Found found = scope.alias(first);
    if (found != null) {
      column(found.rte(), second, var, fields.get(0), scope);
    } else if (fields.size() >= 2) {
      Scope.Found table = scope.table(new TableName(first, second));
      if (table != null) {
        column(table.rte(), sql.name(fields.get(1)), var, fields.get(1), scope);
      }
    }
  }

  private void unqualified(String name, Indirection_varContext var, Scope scope) {
    Scope.Found found = scope.column(name);
    if (found != null) {
      IdentifierContext at = var.identifier();
      owned(found, name, var, ParsedSql.start(at), ParsedSql.end(at), scope);
      return;
    }
    Scope.Found row = scope.alias(name);
    if (row != null) {
      wholeRow(row.rte(), var);
    }
  }

  private void column(
      Rte rte, String column, Indirection_varContext var, ParserRuleContext at, Scope scope) {
    if (rte.has(column) == Rte.Has.NO) {
      // u.full_name may also be a function's notation, or a field of a whole row.
      return;
    }
    owned(
        new Scope.Found(rte, true, false, null, false),
        column,
        var,
        ParsedSql.start(at),
        ParsedSql.end(at),
        scope);
  }

  private void owned(
      Scope.Found found,
      String column,
      Indirection_varContext var,
      int nameStart,
      int end,
      Scope scope) {
    Rte rte = found.rte();
    if (found.beside() != null) {
      resolver.add(new Finding.Elsewhere(rte, found.beside(), nameStart, end, found.canQualify()));
    }
    Watched star = rte.starOf(column);
    if (star != null) {
      resolver.add(new Finding.Through(star, column));
    }
    if (rte.watched() != null && rte.watched().columns().contains(column)) {
      if (found.captures() || var.indirection_list() == null && doubtful.contains(column)) {
        resolver.add(new Finding.Ambiguous(rte, column));
      }
      resolver.add(
          new Finding.Ref(
              rte,
              column,
              ParsedSql.start(var),
              nameStart,
              end,
              found.canQualify(),
              found.uncertain(),
              var == plain && end == ParsedSql.end(var) && scope.entries().contains(rte),
              var == labelled && isLast(var, end) ? labelAt : -1));
    }
  }

  /**
   * Whether the name that ends at {@code end} is the last one of the reference, subscripts aside.
   */
  private static boolean isLast(Indirection_varContext var, int end) {
    List<Col_labelContext> fields = fields(var.indirection_list());
    return fields.isEmpty() || ParsedSql.end(fields.get(fields.size() - 1)) == end;
  }

  /** GROUP BY: a bare name is a column first, and a label only where there is no such column. */
  void grouping(ParserRuleContext clause, List<String> renamedLabels, Scope scope) {
    doubtful = renamedLabels;
    resolver.visit(clause, scope);
    doubtful = List.of();
  }

  private void type(Data_typeContext type) {
    Schema_qualified_name_nontypeContext name =
        type.predefined_type().schema_qualified_name_nontype();
    if (name != null) {
      String schema = name.schema == null ? null : sql.name(name.schema);
      TableName table = new TableName(schema, QualifiedNames.lastPart(sql, name));
      Watched watched = resolver.lookup.find(table, resolver.catalog.relation(table));
      if (watched != null) {
        resolver.add(new Finding.RowType(watched, ParsedSql.start(type), ParsedSql.end(type)));
      }
    }
  }

  private void wholeRow(Rte rte, ParserRuleContext at) {
    if (rte.watched() != null) {
      resolver.add(new Finding.WholeRow(rte, ParsedSql.start(at), ParsedSql.end(at)));
    } else if (rte.outputs() != null) {
      for (Rte.Output output : rte.outputs()) {
        if (output.starOf() != null && output.name() != null) {
          resolver.add(new Finding.Through(output.starOf(), output.name()));
        }
      }
    }
  }

  /**
   * XMLFOREST(c) and XMLATTRIBUTES(c) name an element or attribute as the column, which must stay.
   */
  private void xml(Xml_functionContext xml, Scope scope) {
    for (int i = 0; i < xml.getChildCount(); i++) {
      ParseTree child = xml.getChild(i);
      boolean named =
          i + 1 < xml.getChildCount()
              && xml.getChild(i + 1) instanceof TerminalNode next
              && next.getSymbol().getType() == SQLLexer.AS;
      if (child instanceof VexContext vex
          && !named
          && (xml.XMLFOREST() != null || xml.XMLATTRIBUTES() != null)) {
        Indirection_varContext outerLabelled = labelled;
        int outerAt = labelAt;
        labelled = bareOrQualified(vex);
        labelAt = ParsedSql.end(vex);
        resolver.visit(vex, scope);
        labelled = outerLabelled;
        labelAt = outerAt;
      } else {
        resolver.visit(child, scope);
      }
    }
  }

  private static @Nullable Indirection_varContext bareOrQualified(VexContext vex) {
    Value_expression_primaryContext primary = vex.value_expression_primary();
    return primary == null ? null : primary.indirection_var();
  }

  /**
   * {@code full_name(u)} means {@code u.full_name} where no such function exists (documentation,
   * section 8.16.5).
   */
  private void call(Function_callContext call, Scope scope) {
    Schema_qualified_name_nontypeContext name = call.schema_qualified_name_nontype();
    if (name != null && call.vex_or_named_notation().size() == 1) {
      String function = QualifiedNames.lastPart(sql, name);
      for (Watched watched : resolver.touched()) {
        if (watched.columns().contains(function)) {
          resolver.add(
              new Finding.Field(watched, function, ParsedSql.start(call), ParsedSql.end(call)));
        }
      }
    }
    resolver.visitChildren(call, scope);
  }

  /**
   * {@code (row).full_name}: whose row it is is not followed, so any watched table met so far
   * counts.
   */
  private void field(ParserRuleContext whole, Indirection_listContext list) {
    for (Col_labelContext label : fields(list)) {
      String column = sql.name(label);
      for (Watched watched : resolver.touched()) {
        if (watched.columns().contains(column)) {
          resolver.add(
              new Finding.Field(watched, column, ParsedSql.start(whole), ParsedSql.end(whole)));
        }
      }
    }
  }

  /** The entry that the {@code u} or {@code s.u} before {@code .*} names, or null. */
  Scope.@Nullable Found qualifier(Indirection_varContext var, Scope scope) {
    String first = sql.name(var.identifier());
    List<Col_labelContext> fields = fields(var.indirection_list());
    return fields.isEmpty()
        ? scope.alias(first)
        : scope.table(new TableName(first, sql.name(fields.get(0))));
  }

  private static List<Col_labelContext> fields(@Nullable Indirection_listContext list) {
    List<Col_labelContext> fields = new ArrayList<>();
    if (list != null) {
      for (IndirectionContext part : list.indirection()) {
        if (part.col_label() != null) {
          fields.add(part.col_label());
        }
      }
    }
    return fields;
  }

  /** The reference that {@code vex} is, parentheses and casts aside, or null. */
  static @Nullable Indirection_varContext alone(VexContext vex) {
    VexContext at = vex;
    while (at.value_expression_primary() == null) {
      if (at.vex().size() != 1) {
        return null;
      }
      at = at.vex(0);
    }
    return at.value_expression_primary().indirection_var();
  }

  /** Whether {@code node} refers to a column called {@code name}. */
  static boolean mentions(ParseTree node, String name, ParsedSql sql) {
    if (node instanceof Indirection_varContext var && var.identifier() != null) {
      List<Col_labelContext> fields = fields(var.indirection_list());
      String last =
          fields.isEmpty() ? sql.name(var.identifier()) : sql.name(fields.get(fields.size() - 1));
      return last.equals(name);
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      if (mentions(node.getChild(i), name, sql)) {
        return true;
      }
    }
    return false;
  }

  /** The bare name that {@code vex} is, or null. */
  static @Nullable Indirection_varContext bareName(VexContext vex) {
    Value_expression_primaryContext primary = vex.value_expression_primary();
    Indirection_varContext var = primary == null ? null : primary.indirection_var();
    return var != null && var.identifier() != null && var.indirection_list() == null ? var : null;
  }
}
