package org.ronghe.model.division;

import org.ronghe.model.measure.Require;

/// What a division code means: the code, who issued it, and as of when.
///
/// @param code 2, 4, 6, 9 or 12 digits
/// @param source issuer, e.g. `NBS`
/// @param vintage ISO date the code list describes, e.g. `2023-06-30`
public record DivisionKey(String code, String source, String vintage) {
  public DivisionKey {
    Require.that(code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}"), "division code " + code);
    Require.filled(source, "source");
    Require.filled(vintage, "vintage");
  }
}
