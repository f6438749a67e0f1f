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
        .params(List.of(topic, key, json.writeValueAsString(payload)))
        .update();
  }

  /// Someone who takes messages of a topic. A message may come again after a crash: what was done
  /// for a key is not done twice.
  public interface Receiver {
    String topic();

    /// @param payload JSON text
    void receive(String key, String payload);
  }
}
