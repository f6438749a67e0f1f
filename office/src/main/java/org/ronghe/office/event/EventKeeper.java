package org.ronghe.office.event;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Sees to it that events between rooms arrive: those a former run left on their way are sent again
/// at start-up, those a listener failed on are sent again after a while, those long heard are
/// forgotten. Listeners therefore hear an event at least once.
@Component
class EventKeeper implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EventKeeper.class);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final FailedEventPublications failed;
  private final CompletedEventPublications completed;
  private @Nullable ScheduledExecutorService rounds;

  EventKeeper(
      JdbcClient jdbc, FailedEventPublications failed, CompletedEventPublications completed) {
    this.jdbc = jdbc;
    this.failed = failed;
    this.completed = completed;
  }

  @Override
  public synchronized void start() {
    resume();
    ScheduledExecutorService fresh =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-keeper").daemon(true).factory());
    fresh.scheduleWithFixedDelay(
        this::round, ROUND.toSeconds(), ROUND.toSeconds(), TimeUnit.SECONDS);
    rounds = fresh;
  }

  @Override
  public synchronized void stop() {
    ScheduledExecutorService old = rounds;
    if (old != null) {
      old.shutdown();
      rounds = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return rounds != null;
  }

  /// After the county is in memory, before the web server.
  @Override
  public int getPhase() {
    return 10;
  }

  /// This process has just begun: nothing that the registry calls under way is.
  private void resume() {
    int left =
        jdbc.sql(
                "update office.event_publication set status = 'FAILED'"
                    + " where completion_date is null and status is distinct from 'FAILED'")
            .update();
    if (left > 0) {
      LOG.info("{} events that the last run left on their way are sent again", left);
    }
    failed.resubmit(ResubmissionOptions.defaults().withBatchSize(Integer.MAX_VALUE));
  }

  private void round() {
    try {
      failed.resubmit(ResubmissionOptions.defaults().withBatchSize(BATCH).withFilter(this::isDue));
      completed.deletePublicationsOlderThan(KEPT);
    } catch (DataAccessException | TransactionException lost) {
      LOG.warn("events wait, the database is not reachable: {}", lost.getMessage());
    }
  }

  /// Twice as long after each attempt, so that a listener that always fails does not fill the log.
  private boolean isDue(EventPublication publication) {
    Instant last = publication.getLastResubmissionDate();
    Instant tried = last == null ? publication.getPublicationDate() : last;
    int doublings = Math.clamp(publication.getCompletionAttempts() - 1, 0, 10);
    Duration wait = ROUND.multipliedBy(1L << doublings);
    Duration shortest = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    return !Instant.now().isBefore(tried.plus(shortest));
  }
}
