package dev.crossfade.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import dev.crossfade.model.Transition;
import dev.crossfade.processor.model.Access;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;
import dev.crossfade.processor.type.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entity that passed every check, and the names that generated code uses for it. */
final class Layout {

  private static final List<String> TAKEN =
      List.of(
          "phases",
          "statements",
          "snapshot",
          "selectList",
          "selectById",
          "insert",
          "update",
          "marker",
          "connection",
          "now",
          "select",
          "row",
          "key",
          "at",
          "old",
          "bindInsert",
          "bindUpdate",
          "read",
          "find",
          "KEY_COLUMN");

  final Entity entity;
  final ClassName entityType;
  final ClassName accessType;
  final ClassName statementsType;
  final String entityVariable;
  final String table;
  final boolean isRecord;
  final List<Slot> slots;
  final List<Slot> keys;
  private final NameAllocator names = new NameAllocator();
  private final Map<TypeName, String> enumArrays = new LinkedHashMap<>();

  Layout(Entity entity) {
    this.entity = entity;
    this.entityType = ClassName.get(entity.type());
    this.accessType =
        ClassName.get(
            entityType.packageName(), String.join("_", entityType.simpleNames()) + "Crossfade");
    this.statementsType = accessType.nestedClass("Statements");
    this.table = entity.tableText();
    this.isRecord = entity.access() == Access.COMPONENT;
    TAKEN.forEach(names::newName);
    String simple = entityType.simpleName();
    this.entityVariable =
        names.newName(Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
    List<Slot> all = new ArrayList<>();
    List<Slot> keySlots = new ArrayList<>();
    for (Attribute attribute : entity.attributes()) {
      Slot slot = slot(attribute);
      all.add(slot);
      if (entity.keys().contains(attribute)) {
        keySlots.add(slot);
      }
    }
    this.slots = List.copyOf(all);
    this.keys = List.copyOf(keySlots);
  }

  /** The array of an enum's constants; makes one up at the first call. */
  String enumArray(TypeName enumType) {
    return enumArrays.computeIfAbsent(
        enumType,
        type -> names.newName(Moving.upperCase(((ClassName) type).simpleName()) + "_VALUES"));
  }

  /** The enums that {@link #enumArray} was asked for, with their arrays. */
  Map<TypeName, String> enumArrays() {
    return enumArrays;
  }

  List<Slot> inserted() {
    return slots.stream().filter(slot -> slot.use().inserted()).toList();
  }

  List<Slot> updated() {
    return slots.stream().filter(slot -> slot.use().updated() && !keys.contains(slot)).toList();
  }

  List<Moving> moving() {
    return slots.stream().map(Slot::moving).filter(Objects::nonNull).toList();
  }

  /** The one key column that the database generates, and that JDBC hands back as it is, or null. */
  @Nullable Slot generatedKey() {
    List<Slot> generated = keys.stream().filter(slot -> slot.use().generated()).toList();
    return generated.size() == 1 && isPlain(generated.get(0).type()) ? generated.get(0) : null;
  }

  private static boolean isPlain(ColumnType type) {
    return type.raw().equals(type.declared());
  }

  private Slot slot(Attribute attribute) {
    String column = Identifier.render(attribute.column().catalog());
    Renaming renaming = attribute.renaming();
    return new Slot(
        names.newName(attribute.name()),
        column,
        table + "." + column,
        Objects.requireNonNull(attribute.type()),
        Objects.requireNonNull(attribute.getter()),
        attribute.setter(),
        attribute.use(),
        renaming == null
            ? null
            : Moving.of(transition(attribute, renaming), attribute.name(), names));
  }

  private Transition transition(Attribute attribute, Renaming renaming) {
    return new Rename(
        entity.tableName(),
        renaming.from().catalog(),
        attribute.column().catalog(),
        renaming.phase());
  }
}
