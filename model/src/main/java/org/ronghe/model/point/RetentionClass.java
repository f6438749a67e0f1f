package org.ronghe.model.point;

/// How long raw readings are kept; the days per class are a setting.
public enum RetentionClass {
  SHORT,
  NORMAL,
  LONG
}
