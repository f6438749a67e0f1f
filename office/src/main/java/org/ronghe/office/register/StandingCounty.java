package org.ronghe.office.register;

import java.util.Optional;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.office.audit.Audit;
import org.springframework.stereotype.Component;

/// Whether the county in the register may give way to another one without being asked.
@Component
public class StandingCounty {
  private static final Audit.Filter LAST_IMPORT =
      new Audit.Filter(null, null, null, "county-import");

  private final CountyRegister register;
  private final Audit audit;

  StandingCounty(CountyRegister register, Audit audit) {
    this.register = register;
    this.audit = audit;
  }

  /// The county that stands in the way of `next`; empty when there is none.
  ///
  /// A county is known by its division code, and may be the work of years. Only a made-up one that
  /// nobody imported, the sample of the first start, gives way.
  public Optional<CountyHead> against(County next) {
    return register
        .county()
        .map(County::head)
        .filter(now -> !now.code().equals(next.head().code()))
        .filter(now -> !(now.synthetic() && cameWithTheStart()));
  }

  private boolean cameWithTheStart() {
    return audit.page(LAST_IMPORT, null, 1).items().stream()
        .allMatch(entry -> entry.who().equals("system"));
  }
}
