package dev.crossfade.processor.model;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A class or record that maps a table of which a column is in transition. Immutable.
 *
 * @param type the class
 * @param access where its mapping stands
 * @param schema the table's schema, or null
 * @param table the table
 * @param attributes superclass first, in source order
 * @param misplaced transitions on what is not persistent
 * @param mentioned columns that annotations of the class name in passing, as in indexes
 * @param construction how generated code makes one
 * @param generatesCode whether an access class is wanted
 * @param unsupported the annotation of the class that generated code can not honour, or null
 */
public record Entity(
    TypeElement type,
    Access access,
    @Nullable StatedName schema,
    StatedName table,
    List<Attribute> attributes,
    List<Misplaced> misplaced,
    List<String> mentioned,
    Construction construction,
    boolean generatesCode,
    @Nullable String unsupported) {

  /** How generated code makes an entity. */
  public enum Construction {
    /** By the canonical constructor of a record. */
    CANONICAL,
    /** By a constructor without arguments, then setters. */
    NO_ARGUMENTS,
    /** It can not: no such constructor is within reach. */
    NO_CONSTRUCTOR,
    /** It can not: the class is private, local, an inner class, or inside such a one. */
    NO_CLASS,
    /** It need not: the class is abstract. */
    NONE
  }

  public Entity {
    attributes = List.copyOf(attributes);
    misplaced = List.copyOf(misplaced);
    mentioned = List.copyOf(mentioned);
  }

  /** {@code com.acme.User}. */
  public String name() {
    return type.getQualifiedName().toString();
  }

  /** {@code com.acme.User.displayName (users.display_name)}, for messages. */
  public String where(Attribute attribute) {
    return name()
        + "."
        + attribute.name()
        + " ("
        + tableText()
        + "."
        + Identifier.render(attribute.column().catalog())
        + ")";
  }

  /** The table, quoted only where needed. */
  public String tableText() {
    return schema == null
        ? Identifier.render(table.catalog())
        : Identifier.render(schema.catalog()) + "." + Identifier.render(table.catalog());
  }

  /** The attributes of the primary key: those that are annotated so, else the one called id. */
  public List<Attribute> keys() {
    List<Attribute> annotated =
        attributes.stream().filter(attribute -> attribute.use().key()).toList();
    return annotated.isEmpty()
        ? attributes.stream().filter(attribute -> attribute.name().equals("id")).toList()
        : annotated;
  }

  /** The attributes in transition. */
  public List<Attribute> inTransition() {
    return attributes.stream().filter(attribute -> attribute.renaming() != null).toList();
  }

  /** The table as the runtime knows it. Only for an entity that passed the checks. */
  public TableName tableName() {
    return new TableName(schema == null ? null : schema.catalog(), table.catalog());
  }

  /** The transitions, in source order. Only for an entity that passed the checks. */
  public List<Transition> transitions() {
    List<Transition> transitions = new ArrayList<>();
    for (Attribute attribute : attributes) {
      Renaming renaming = attribute.renaming();
      if (renaming != null) {
        transitions.add(
            new Rename(
                tableName(),
                renaming.from().catalog(),
                attribute.column().catalog(),
                renaming.phase()));
      }
    }
    return transitions;
  }
}
