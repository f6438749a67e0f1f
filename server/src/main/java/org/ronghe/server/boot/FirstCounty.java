package org.ronghe.server.boot;

import org.ronghe.office.audit.Audit;
import org.ronghe.office.register.CountyRegister;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Puts the county package into the register, after the register has told of the county it holds
/// and before the web server takes requests.
@Component
class FirstCounty implements SmartLifecycle {
  private final EarlyParts early;
  private final CountyRegister register;
  private final Audit audit;
  private volatile boolean running;

  FirstCounty(EarlyParts early, CountyRegister register, Audit audit) {
    this.early = early;
    this.register = register;
    this.audit = audit;
  }

  @Override
  public void start() {
    running = true;
    early
        .county()
        .get()
        .ifPresent(county -> {
          var summary = register.replace(county, "system");
          if (!summary.nothingChanged()) {
            audit.record("system", "county-import", county.head().code(), summary.toString());
          }
          early.countyPackage().loaded();
        });
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 100;
  }
}
