package org.ronghe.serve.filing;

import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is in the outbox, by topic, oldest first. Receiver and mark share a transaction, so
/// what a receiver writes here happens once; a failing message waits longer each time and holds up
/// none that came with it. Each topic goes its own pace: a slow receiver delays no other.
@Component
class OutboxSender {
  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
  private static final int MOST = 200;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final List<Outbox.Receiver> receivers;
  private final CountDownLatch stop = new CountDownLatch(1);

  OutboxSender(
      JdbcClient database, TransactionTemplate transaction, List<Outbox.Receiver> receivers) {
    this.database = database;
    this.transaction = transaction;
    this.receivers = List.copyOf(receivers);
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    for (Outbox.Receiver receiver : receivers) {
      Thread.ofVirtual().name("outbox-" + receiver.topic()).start(() -> run(receiver));
    }
  }

  @PreDestroy
  void close() {
    stop.countDown();
  }

  private void run(Outbox.Receiver receiver) {
    try {
      while (!stop.await(500, TimeUnit.MILLISECONDS)) {
        try {
          while (send(receiver) == MOST && stop.getCount() > 0) {
            log.debug("more in the outbox");
          }
        } catch (org.springframework.dao.DataAccessException lost) {
          log.warn("the outbox waits for the database: {}", lost.getMessage());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends what is due; how many were tried.
  int send() {
    return receivers.stream().mapToInt(this::send).sum();
  }

  private int send(Outbox.Receiver receiver) {
    List<Message> messages =
        database
            .sql(
                """
                select id, topic, key, payload, attempts from serve.outbox
                where sent_at is null and next_try <= now() and topic = ?
                order by id limit 200
                """)
            .param(receiver.topic())
            .query((row, _) ->
                new Message(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)))
            .list();
    for (int from = 0; from < messages.size(); from += receiver.together()) {
      deliver(
          receiver, messages.subList(from, Math.min(messages.size(), from + receiver.together())));
    }
    return messages.size();
  }

  /// All together; where that fails, each by itself, so that only those at fault wait.
  private void deliver(Outbox.Receiver receiver, List<Message> messages) {
    try {
      sendTogether(receiver, messages);
    } catch (RuntimeException failed) {
      if (messages.size() == 1) {
        later(receiver, messages.getFirst(), failed);
      } else {
        messages.forEach(one -> deliver(receiver, List.of(one)));
      }
    }
  }

  private void sendTogether(Outbox.Receiver receiver, List<Message> messages) {
    transaction.executeWithoutResult(_ -> {
      Set<Long> mine =
          new HashSet<>(
              database
                  .sql(
                      """
                      update serve.outbox set sent_at = now(), attempts = attempts + 1
                      where id = any (?::bigint[]) and sent_at is null returning id
                      """)
                  .param(messages.stream().map(Message::id).toArray(Long[]::new))
                  .query(Long.class)
                  .list());
      List<Outbox.Message> given =
          messages.stream()
              .filter(message -> mine.contains(message.id()))
              .map(message -> new Outbox.Message(message.topic(), message.key(), message.payload()))
              .toList();
      if (!given.isEmpty()) {
        receiver.receiveAll(given);
      }
    });
  }

  private void later(Outbox.Receiver receiver, Message message, RuntimeException failed) {
    boolean last = message.attempts() + 1 >= receiver.tries();
    log.warn(
        "{} {} {}",
        message.topic(),
        message.key(),
        last ? "is given up" : "will be sent again",
        failed);
    database
        .sql(
            """
            update serve.outbox set attempts = attempts + 1, fault = :fault,
              next_try = case when :last then 'infinity'
                else now() + least(power(2, attempts), 3600) * interval '1 second' end
            where id = :id and sent_at is null
            """)
        .param("fault", failed.getMessage())
        .param("last", last)
        .param("id", message.id())
        .update();
  }

  private record Message(long id, String topic, String key, String payload, int attempts) {}
}
