package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Accessor;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A persistent member before its annotations are read.
 *
 * @param name the attribute's name
 * @param element what to point at
 * @param carriers the elements on which its annotations may stand
 * @param type its type, type variables of a superclass replaced
 */
record Member(
    String name,
    Element element,
    List<Element> carriers,
    TypeMirror type,
    @Nullable Accessor getter,
    @Nullable Accessor setter) {}
