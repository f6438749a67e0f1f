package org.ronghe.serve.seal;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ronghe.serve.filing.Attachments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Once a day: files nobody refers to go.
@Component
class FileKeeper {
  private static final Logger log = LoggerFactory.getLogger(FileKeeper.class);
  private static final Duration GRACE = Duration.ofDays(1);
  private final Attachments attachments;
  private final LicencePdfs pdfs;
  private final Clock clock;
  private final Semaphore stop = new Semaphore(0);

  FileKeeper(Attachments attachments, LicencePdfs pdfs, Clock clock) {
    this.attachments = attachments;
    this.pdfs = pdfs;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("file-keeper").start(this::run);
  }

  @PreDestroy
  void close() {
    stop.release();
  }

  private void run() {
    try {
      boolean stopped = stop.tryAcquire(10, TimeUnit.MINUTES);
      while (!stopped) {
        keep();
        stopped = stop.tryAcquire(1, TimeUnit.DAYS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One round; what fails is tried the next day.
  void keep() {
    Instant before = clock.instant().minus(GRACE);
    try {
      int removed = attachments.removeOrphans(before) + pdfs.removeOrphans(before);
      if (removed > 0) {
        log.info("{} files removed that nobody refers to", removed);
      }
    } catch (IOException | RuntimeException failed) {
      log.warn("files could not be looked after today", failed);
    }
  }
}
