package org.ronghe.model.county;

import java.util.List;
import org.ronghe.model.measure.Require;
import org.ronghe.model.provenance.Provenance;

/// What the county is called and what its package is made of.
///
/// @param code 6-digit division code, e.g. `140404`
/// @param synthetic true when any file of the package is generated: shown on every screen
/// @param noticeZh one sentence for the banner, Chinese; empty when nothing is synthetic
/// @param noticeEn the same in English
/// @param openCollections OGC collections readable without signing in
/// @param sources provenance of each file, in file order
public record CountyHead(
    String code,
    String nameZh,
    String nameEn,
    String packageVersion,
    boolean synthetic,
    String noticeZh,
    String noticeEn,
    List<String> openCollections,
    List<FileSource> sources) {
  public CountyHead {
    Require.that(code.matches("\\d{6}"), "county code " + code);
    Require.filled(nameZh, "nameZh");
    openCollections = List.copyOf(openCollections);
    sources = List.copyOf(sources);
  }

  /// One file of the package and where it comes from.
  public record FileSource(String file, Provenance provenance) {}
}
