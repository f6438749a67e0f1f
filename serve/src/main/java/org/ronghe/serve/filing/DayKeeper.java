package org.ronghe.serve.filing;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What the day itself does: at start-up and every quarter of an hour, silence becomes acceptance
/// and timers run out.
@Component
class DayKeeper {
  private static final Logger log = LoggerFactory.getLogger(DayKeeper.class);
  private final CaseDesk desk;
  private final Moves moves;
  private final Semaphore stop = new Semaphore(0);

  DayKeeper(CaseDesk desk, Moves moves) {
    this.desk = desk;
    this.moves = moves;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("day-keeper").start(this::run);
  }

  @PreDestroy
  void close() {
    stop.release();
  }

  private void run() {
    try {
      do {
        try {
          int deemed = desk.deemOverdue();
          if (deemed > 0) {
            log.info("{} cases deemed accepted", deemed);
          }
          int moved = moves.runDue();
          if (moved > 0) {
            log.info("{} cases moved to a newer version", moved);
          }
          int elapsed = desk.elapseOverdue();
          if (elapsed > 0) {
            log.info("{} cases moved on when time was up", elapsed);
          }
        } catch (org.springframework.dao.DataAccessException lost) {
          log.warn("the day is kept later: {}", lost.getMessage());
        }
      } while (!stop.tryAcquire(15, TimeUnit.MINUTES));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
