package org.ronghe.model.provenance;

import org.ronghe.model.measure.Require;

/// Where a row comes from.
///
/// @param source who published or generated it, e.g. `国家统计局 统计用区划代码`
/// @param vintage the date or period it describes, as the source words it, e.g. `2023-06-30`
/// @param licence licence or terms of the source
/// @param synthetic true when the row was generated (合成): every screen and export says so
public record Provenance(String source, String vintage, String licence, boolean synthetic) {
  public Provenance {
    Require.filled(source, "source");
  }
}
