package org.ronghe.office.audit;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Many small audit rows at once: readers wait for one commit together instead of queueing for the
/// chain one by one. A row is kept before [#record] returns.
@Component
public class AuditQueue {
  private static final int MOST_TOGETHER = 500;
  private final JdbcClient database;
  private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  public AuditQueue(JdbcClient database) {
    this.database = database;
    Thread.ofVirtual().name("audit-queue").start(this::run);
  }

  /// Adds one row and waits until it is kept; parameters as of [Audit].
  public void record(String who, String action, String subject, String detail) {
    Waiting one = new Waiting(who, action, subject, detail, new CompletableFuture<>());
    waiting.add(one);
    one.kept().join();
  }

  @PreDestroy
  void close() {
    closed = true;
  }

  private void run() {
    while (!closed || !waiting.isEmpty()) {
      try {
        Waiting first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          List<Waiting> together = new ArrayList<>(List.of(first));
          waiting.drainTo(together, MOST_TOGETHER);
          keep(together);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void keep(List<Waiting> together) {
    try {
      database
          .sql(
              """
              insert into office.audit (who, action, subject, detail, hash)
              select who, action, subject, detail, ''
              from unnest(:who::text[], :action::text[], :subject::text[], :detail::text[])
                with ordinality rows(who, action, subject, detail, place)
              order by place
              """)
          .param("who", together.stream().map(Waiting::who).toArray(String[]::new))
          .param("action", together.stream().map(Waiting::action).toArray(String[]::new))
          .param("subject", together.stream().map(Waiting::subject).toArray(String[]::new))
          .param("detail", together.stream().map(Waiting::detail).toArray(String[]::new))
          .update();
      together.forEach(one -> one.kept().complete(true));
    } catch (RuntimeException lost) {
      together.forEach(one -> one.kept().completeExceptionally(lost));
    }
  }

  private record Waiting(
      String who, String action, String subject, String detail, CompletableFuture<Boolean> kept) {}
}
