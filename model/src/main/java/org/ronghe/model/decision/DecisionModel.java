package org.ronghe.model.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision model: a DMN file, read.
///
/// @param file where it came from, for notices
/// @param types item definitions, in the order of the file
public record DecisionModel(
    String file,
    String name,
    String namespace,
    List<DeclaredType> types,
    List<Declared> inputs,
    List<DeclaredDecision> decisions,
    List<Knowledge> knowledge,
    List<DecisionService> services) {
  public DecisionModel {
    types = List.copyOf(types);
    inputs = List.copyOf(inputs);
    decisions = List.copyOf(decisions);
    knowledge = List.copyOf(knowledge);
    services = List.copyOf(services);
  }

  /// A named and typed thing: an input, a parameter, a column.
  ///
  /// @param typeRef name of a type; empty when the file gives none
  public record Declared(String name, String typeRef, String label) {}

  /// A piece of reusable logic (a business knowledge model).
  ///
  /// @param requires names of the knowledge and services it may use
  /// @param logic a function; null when the file gives none
  public record Knowledge(
      String name, String typeRef, List<String> requires, @Nullable Boxed logic) {
    public Knowledge {
      requires = List.copyOf(requires);
    }
  }

  /// A decision service: some decisions behind one call.
  ///
  /// @param inputs parameters in calling order: first input data, then input decisions
  public record DecisionService(
      String name,
      String typeRef,
      List<String> outputs,
      List<String> encapsulated,
      List<Declared> inputs) {
    public DecisionService {
      outputs = List.copyOf(outputs);
      encapsulated = List.copyOf(encapsulated);
      inputs = List.copyOf(inputs);
    }
  }
}
