package org.ronghe.model.calendar;

import java.time.LocalDate;
import org.ronghe.model.measure.Require;

/// A notice of the General Office of the State Council.
///
/// @param number document number such as 国办发明电〔2025〕7号; empty where it was not seen
/// @param issuedOn the date at its foot
/// @param address where it can be read
public record HolidayNotice(String number, LocalDate issuedOn, String address) {
  public HolidayNotice {
    Require.filled(address, "address of a notice");
  }
}
