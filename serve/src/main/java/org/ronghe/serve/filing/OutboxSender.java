package org.ronghe.serve.filing;

import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is in the outbox, by topic, oldest first. Receiver and mark share a transaction, so
/// what a receiver writes here happens once; a failing message waits longer each time and holds up
/// none that came with it.
@Component
class OutboxSender {
  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
  private static final int MOST = 200;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Map<String, Outbox.Receiver> receivers;
  private final Semaphore stop = new Semaphore(0);

  OutboxSender(
      JdbcClient database, TransactionTemplate transaction, List<Outbox.Receiver> receivers) {
    this.database = database;
    this.transaction = transaction;
    this.receivers =
        receivers.stream().collect(Collectors.toMap(Outbox.Receiver::topic, Function.identity()));
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("outbox").start(this::run);
  }

  @PreDestroy
  void close() {
    stop.release();
  }

  private void run() {
    try {
      while (!stop.tryAcquire(500, TimeUnit.MILLISECONDS)) {
        try {
          while (send() == MOST) {
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
    List<Message> due =
        database
            .sql(
                """
                select id, topic, key, payload from serve.outbox
                where sent_at is null and next_try <= now() and topic = any (?::text[])
                order by id limit 200
                """)
            .param(receivers.keySet().toArray(String[]::new))
            .query((row, _) ->
                new Message(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
            .list();
    Map<String, List<Message>> byTopic =
        due.stream()
            .collect(
                Collectors.groupingBy(Message::topic, LinkedHashMap::new, Collectors.toList()));
    byTopic.forEach((topic, messages) -> send(receivers.get(topic), messages));
    return due.size();
  }

  private void send(Outbox.@Nullable Receiver receiver, List<Message> messages) {
    if (receiver == null) {
      return;
    }
    for (int from = 0; from < messages.size(); from += receiver.together()) {
      List<Message> some =
          messages.subList(from, Math.min(messages.size(), from + receiver.together()));
      try {
        sendTogether(receiver, some);
      } catch (RuntimeException failed) {
        if (some.size() == 1) {
          later(some.getFirst(), failed);
        } else {
          some.forEach(one -> sendAlone(receiver, one));
        }
      }
    }
  }

  private void sendAlone(Outbox.Receiver receiver, Message message) {
    try {
      sendTogether(receiver, List.of(message));
    } catch (RuntimeException failed) {
      later(message, failed);
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

  private void later(Message message, RuntimeException failed) {
    log.warn("{} {} will be sent again", message.topic(), message.key(), failed);
    database
        .sql(
            """
            update serve.outbox set attempts = attempts + 1,
              next_try = now() + least(power(2, attempts), 3600) * interval '1 second'
            where id = ? and sent_at is null
            """)
        .param(message.id())
        .update();
  }

  private record Message(long id, String topic, String key, String payload) {}
}
