package org.ronghe.office.search;

import java.util.Locale;

/// Kinds of things one can search for, in the order they are offered when equally good.
enum Kind {
  DIVISION,
  PLACE,
  FACILITY,
  TUNNEL,
  LINE,
  ROAD,
  SECTION,
  NODE,
  LINK,
  POINT;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
