package org.ronghe.sources.county;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.sources.county.notice.Notice;

/// What came out of reading a county package: the county of all good rows, and everything that was
/// wrong. Whether a county with errors is used is for the operator to say (`--keep-good`).
public final class PackageReading {
  private final @Nullable County county;
  private final String fingerprint;
  private final List<FileCount> files;
  private final List<Notice> notices;

  PackageReading(
      @Nullable County county, String fingerprint, List<FileCount> files, List<Notice> notices) {
    this.county = county;
    this.fingerprint = fingerprint;
    this.files = List.copyOf(files);
    this.notices = List.copyOf(notices);
  }

  /// The county of all good rows; empty when county.yaml could not be used.
  public Optional<County> county() {
    return Optional.ofNullable(county);
  }

  /// SHA-256 over county.yaml and the files it lists, in hex: the same package gives the same
  /// fingerprint. Empty when there is no county.
  public String fingerprint() {
    return fingerprint;
  }

  /// The files in the order of county.yaml.
  public List<FileCount> files() {
    return files;
  }

  /// Everything to be said, in order of finding.
  public List<Notice> notices() {
    return notices;
  }

  public List<Notice> errors() {
    return notices.stream().filter(Notice::isError).toList();
  }

  public List<Notice> warnings() {
    return notices.stream().filter(notice -> !notice.isError()).toList();
  }

  public boolean hasErrors() {
    return notices.stream().anyMatch(Notice::isError);
  }
}
