package org.ronghe.server.boot;

import org.ronghe.model.county.CountyHead;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Refusal;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.office.register.StandingCounty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Puts the county package into the register, after the register has told of the county it holds
/// and before the web server takes requests.
@Component
class FirstCounty implements SmartLifecycle {
  private final EarlyParts early;
  private final CountyRegister register;
  private final StandingCounty standing;
  private final Settings settings;
  private final Audit audit;
  private volatile boolean running;

  FirstCounty(
      EarlyParts early,
      CountyRegister register,
      StandingCounty standing,
      Settings settings,
      Audit audit) {
    this.early = early;
    this.register = register;
    this.standing = standing;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  public void start() {
    running = true;
    early
        .county()
        .get()
        .ifPresent(county -> {
          if (!settings.replace()) {
            standing.against(county).ifPresent(now -> refuse(now, county.head()));
          }
          var summary = register.replace(county, "system");
          if (!summary.nothingChanged()) {
            audit.record("system", "county-import", county.head().code(), summary.toString());
          }
          early.countyPackage().loaded();
        });
  }

  private static void refuse(CountyHead now, CountyHead other) {
    throw new Refusal(
        Settings.ANOTHER_COUNTY,
        "这个数据目录里是%s（%s），--county 给的是%s（%s）；没有替换。"
            .formatted(now.nameZh(), now.code(), other.nameZh(), other.code()),
        "This data folder holds %s (%s), --county names %s (%s); nothing was replaced."
            .formatted(now.nameEn(), now.code(), other.nameEn(), other.code()),
        "先用 ./ronghe backup 备份；确要替换就加 --replace，也许该换一个 --data。",
        "Back up first with ./ronghe backup; add --replace if you mean it. Maybe another --data is"
            + " meant.");
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
