package org.ronghe.serve.filing;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is to happen outside, written in the transaction that decides it; sent once afterwards.
@Component
public class Outbox {
  private final JdbcClient database;
  private final JsonMapper json;

  Outbox(JdbcClient database, JsonMapper json) {
    this.database = database;
    this.json = json;
  }

  /// Puts a message out; the same key twice is one message.
  public void put(String topic, String key, Map<String, ?> payload) {
    database
        .sql(
            """
            insert into serve.outbox (topic, key, payload) values (?, ?, ?)
            on conflict (topic, key) do nothing
            """)
        .params(List.of(topic, key, text(payload)))
        .update();
  }

  /// A message for whoever writes it with the rest of what happened.
  Message message(String topic, String key, Map<String, ?> payload) {
    return new Message(topic, key, text(payload));
  }

  private String text(Map<String, ?> payload) {
    return json.writeValueAsString(payload);
  }

  /// @param payload JSON text
  public record Message(String topic, String key, String payload) {}

  /// Someone who takes messages of a topic. A message may come again after a crash: what was done
  /// for a key is not done twice.
  public interface Receiver {
    String topic();

    /// @param payload JSON text
    void receive(String key, String payload);

    /// Takes many at once, where that is quicker: all of them or, when it throws, none.
    default void receiveAll(List<Message> messages) {
      messages.forEach(message -> receive(message.key(), message.payload()));
    }

    /// After how many tries a message waits for someone to send it again by hand.
    default int tries() {
      return Integer.MAX_VALUE;
    }

    /// How many are best taken at once.
    default int together() {
      return 1;
    }
  }
}
