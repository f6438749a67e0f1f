package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the applicant keeps.
///
/// @param repeated the request had been filed before: this is that case
/// @param missing materials that are still wanted; the clerk will ask for them
public record Receipt(
    String number,
    String name,
    String status,
    @Nullable LocalDate dueOn,
    boolean repeated,
    List<String> missing,
    List<Receipt> parts) {

  /// The same for a bundle of these.
  Receipt with(List<Receipt> parts) {
    return new Receipt(number, name, status, dueOn, repeated, missing, parts);
  }
}
