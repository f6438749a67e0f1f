package org.ronghe.model.service;

import java.util.List;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// A condition of acceptance (受理条件) in words, and as tests a machine can make.
///
/// @param all tests that must all hold; empty when only a person can judge
/// @param remedy what would change it, told when it is not met
public record Requirement(String id, Words name, List<AnswerTest> all, Words remedy) {
  public Requirement {
    Require.filled(id, "condition");
    all = List.copyOf(all);
  }
}
