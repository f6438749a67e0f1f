package org.ronghe.sources.county.notice;

/// An error leaves the row (or the file) out; a warning keeps it.
public enum Severity {
  ERROR,
  WARNING
}
