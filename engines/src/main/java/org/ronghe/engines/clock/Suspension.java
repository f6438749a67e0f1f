package org.ronghe.engines.clock;

import java.time.LocalDate;
import java.util.Comparator;
import org.ronghe.model.calendar.Span;
import org.ronghe.model.pack.Words;

/// Days that are not counted, both ends included, and why.
public record Suspension(Span days, Words reason) {
  static final Comparator<Suspension> ORDER =
      Comparator.comparing((Suspension one) -> one.days().from())
          .thenComparing(one -> one.days().to())
          .thenComparing(one -> one.reason().zh());

  public static Suspension of(LocalDate from, LocalDate to, Words reason) {
    return new Suspension(new Span(from, to), reason);
  }
}
