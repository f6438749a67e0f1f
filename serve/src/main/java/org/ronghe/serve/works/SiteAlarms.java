package org.ronghe.serve.works;

import java.util.Map;
import org.ronghe.model.event.AlarmChanged;
import org.ronghe.model.event.WorksAlarmed;
import org.ronghe.serve.filing.Outbox;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Hears from the monitoring centre of alarms beside open ground, durably, and tells the digger.
@Component
public class SiteAlarms {
  private final OpeningBook book;
  private final Outbox outbox;

  SiteAlarms(OpeningBook book, Outbox outbox) {
    this.book = book;
    this.outbox = outbox;
  }

  @ApplicationModuleListener(id = "serve.works.alarmed")
  public void on(WorksAlarmed alarm) {
    if (!book.alarmed(alarm) || alarm.change() != AlarmChanged.Change.RAISED) {
      return;
    }
    String metres = Math.round(alarm.distance_m()) + " m";
    book.find(alarm.worksId())
        .ifPresent(works ->
            outbox.put(
                "notice",
                "works-alarm:" + works.id() + ":" + alarm.alarmId(),
                Map.of(
                    "account",
                    works.account(),
                    "number",
                    works.id(),
                    "verb",
                    "works-alarm",
                    "zh",
                    "工地旁 " + metres + " 处报警：" + alarm.pointName() + "，" + alarm.what().zh(),
                    "en",
                    "Alarm "
                        + metres
                        + " from your site: "
                        + alarm.pointName()
                        + ", "
                        + alarm.what().en())));
  }
}
