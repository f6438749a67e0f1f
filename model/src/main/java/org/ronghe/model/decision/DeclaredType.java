package org.ronghe.model.decision;

import java.util.List;

/// A type a model declares (item definition).
///
/// @param typeRef base type; empty for a structure or a function
/// @param list whether a value is a list of it
/// @param allowed unary tests on each value; empty for none
/// @param constraint unary tests on the whole value; empty for none
/// @param fields components of a structure; empty otherwise
/// @param function whether it is the type of a function
public record DeclaredType(
    String name,
    String typeRef,
    boolean list,
    String allowed,
    String constraint,
    List<DeclaredType> fields,
    boolean function) {
  public DeclaredType {
    fields = List.copyOf(fields);
  }
}
