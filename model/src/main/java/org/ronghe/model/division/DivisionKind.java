package org.ronghe.model.division;

/// What kind of unit a division is; `VIRTUAL` units (开发区 and the like) have a statistical code but
/// no government of their own.
public enum DivisionKind {
  PROVINCE,
  PREFECTURE,
  COUNTY,
  DISTRICT,
  SUBDISTRICT,
  TOWN,
  TOWNSHIP,
  VILLAGE_COMMITTEE,
  RESIDENT_COMMITTEE,
  VIRTUAL
}
