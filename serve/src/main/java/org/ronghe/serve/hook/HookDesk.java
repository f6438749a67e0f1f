package org.ronghe.serve.hook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How it stands with the hooks, and the message that is to go again.
@Component
public class HookDesk {
  private final Hooks hooks;
  private final JdbcClient database;
  private final Audit audit;

  HookDesk(Hooks hooks, JdbcClient database, Audit audit) {
    this.hooks = hooks;
    this.database = database;
    this.audit = audit;
  }

  /// @param waiting messages on their way
  /// @param givenUp messages that go again only by hand
  public record Standing(
      String id, String address, long sent, long waiting, long givenUp, List<Unsent> unsent) {}

  /// @param why what the other system did at the last try; null before the first
  /// @param next when it is tried again; null when it was given up
  public record Unsent(String key, int attempts, @Nullable String why, @Nullable Instant next) {}

  public List<Standing> all() {
    return hooks.all().stream().map(this::standing).toList();
  }

  private Standing standing(Hook hook) {
    return database
        .sql(
            """
            select count(sent_at) as sent,
              count(*) filter (where sent_at is null and next_try < 'infinity') as waiting,
              count(*) filter (where sent_at is null and next_try = 'infinity') as given_up
            from serve.outbox where topic = ? and starts_with(key, ?)
            """)
        .params(List.of(HookSender.TOPIC, hook.id() + ":"))
        .query((row, _) ->
            new Standing(
                hook.id(),
                hook.address().toString(),
                row.getLong("sent"),
                row.getLong("waiting"),
                row.getLong("given_up"),
                unsent(hook)))
        .single();
  }

  private List<Unsent> unsent(Hook hook) {
    return database
        .sql(
            """
            select key, attempts, fault, nullif(next_try, 'infinity') as next from serve.outbox
            where topic = ? and starts_with(key, ?) and sent_at is null order by id limit 100
            """)
        .params(List.of(HookSender.TOPIC, hook.id() + ":"))
        .query((row, _) -> {
          var next = row.getTimestamp("next");
          return new Unsent(
              row.getString("key"),
              row.getInt("attempts"),
              row.getString("fault"),
              next == null ? null : next.toInstant());
        })
        .list();
  }

  /// Tries a message again from the beginning; refused when there is none that was not sent.
  public void again(String key, String by) {
    int found =
        database
            .sql(
                """
                update serve.outbox set attempts = 0, next_try = now()
                where topic = ? and key = ? and sent_at is null
                """)
            .params(List.of(HookSender.TOPIC, key))
            .update();
    if (found == 0) {
      throw Problem.notFound(
          "no-message", "没有未送出的消息：" + key, "There is no unsent message " + key + ".");
    }
    audit.record(by, "hook-again", key, "");
  }
}
