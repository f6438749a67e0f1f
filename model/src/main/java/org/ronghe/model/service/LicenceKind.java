package org.ronghe.model.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// A kind of electronic licence (电子证照): what a service may give, and what may stand for a material
/// or fill answers of another.
///
/// @param id e.g. `birth-certificate`
/// @param issuer the department that gives it
/// @param carries fields it knows, `holder.` for whoever holds it: `holder.name`, `mother.idNumber`
/// @param validFor_days null when it does not expire
/// @param source where this is said, or `示例`
public record LicenceKind(
    String id,
    Words name,
    String issuer,
    List<String> carries,
    @Nullable Integer validFor_days,
    String source) {
  public LicenceKind {
    Require.filled(id, "licence");
    carries = List.copyOf(carries);
  }

  /// The elements it fills when `role` holds it: `holder.name` of a licence of `child` is
  /// `child.name`.
  public List<String> fills(String role) {
    return carries.stream()
        .map(field ->
            field.startsWith("holder.") ? role + field.substring("holder".length()) : field)
        .toList();
  }
}
