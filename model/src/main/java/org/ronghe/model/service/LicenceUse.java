package org.ronghe.model.service;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;

/// A licence a service needs (input) or gives (output).
///
/// @param of the role that holds it, e.g. `child`
/// @param when only if this holds; null for always
/// @param required an input that must be there before the step can begin
public record LicenceUse(String licence, String of, boolean required, @Nullable AnswerTest when) {
  public LicenceUse {
    Require.filled(licence, "licence");
    Require.filled(of, "of");
  }
}
