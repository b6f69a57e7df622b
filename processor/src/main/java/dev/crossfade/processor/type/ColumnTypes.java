package dev.crossfade.processor.type;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The types that generated code reads: those that pgjdbc maps, and enums. {@code char} is not among
 * them: JDBC has no call for it.
 */
public final class ColumnTypes {

  private static final Map<String, ColumnType> BY_NAME = new LinkedHashMap<>();

  static {
    number(TypeName.BOOLEAN, "Boolean", "BOOLEAN");
    number(TypeName.BYTE, "Byte", "SMALLINT");
    number(TypeName.SHORT, "Short", "SMALLINT");
    number(TypeName.INT, "Int", "INTEGER");
    number(TypeName.LONG, "Long", "BIGINT");
    number(TypeName.FLOAT, "Float", "REAL");
    number(TypeName.DOUBLE, "Double", "DOUBLE");
    reference(ClassName.get(String.class), "String");
    reference(ClassName.get(BigDecimal.class), "BigDecimal");
    reference(ArrayTypeName.of(TypeName.BYTE), "Bytes");
    reference(ClassName.get("java.sql", "Date"), "Date");
    reference(ClassName.get("java.sql", "Time"), "Time");
    reference(ClassName.get("java.sql", "Timestamp"), "Timestamp");
    object(ClassName.get(UUID.class));
    object(ClassName.get("java.time", "LocalDate"));
    object(ClassName.get("java.time", "LocalTime"));
    object(ClassName.get("java.time", "LocalDateTime"));
    object(ClassName.get("java.time", "OffsetDateTime"));
    object(ClassName.get("java.time", "OffsetTime"));
    BY_NAME.put("java.time.Instant", new InstantColumn());
  }

  private ColumnTypes() {}

  /** How {@code type} is read and bound, or null if it is not a type of a column. */
  public static @Nullable ColumnType of(TypeMirror type, EnumMapping enums) {
    if (type.getKind().isPrimitive()) {
      return BY_NAME.get(TypeName.get(type).toString());
    }
    if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
      return BY_NAME.get("byte[]");
    }
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement name) {
      if (name.getKind() == ElementKind.ENUM) {
        ClassName enumType = ClassName.get(name);
        return enums == EnumMapping.NAME ? new EnumByName(enumType) : new EnumByOrdinal(enumType);
      }
      return BY_NAME.get(name.getQualifiedName().toString());
    }
    return null;
  }

  /** What an enum's column holds. */
  public enum EnumMapping {
    NAME,
    ORDINAL
  }

  private static void number(TypeName primitive, String name, String sqlType) {
    BY_NAME.put(primitive.toString(), new Primitive(primitive, name));
    TypeName wrapper = primitive.box();
    BY_NAME.put(wrapper.toString(), new Wrapper(wrapper, name, sqlType));
  }

  private static void reference(TypeName type, String name) {
    BY_NAME.put(type.toString(), new Reference(type, name));
  }

  private static void object(TypeName type) {
    BY_NAME.put(type.toString(), Reference.byObject(type));
  }
}
