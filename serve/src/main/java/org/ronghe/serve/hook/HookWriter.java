package org.ronghe.serve.hook;

import java.util.Map;
import org.ronghe.serve.filing.CaseMoved;
import org.ronghe.serve.filing.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts a message out for each system that hears of an event, in the transaction that writes it.
/// The message says that something happened, never who asked or what was answered.
@Component
class HookWriter {
  private final Hooks hooks;
  private final Outbox outbox;

  HookWriter(Hooks hooks, Outbox outbox) {
    this.hooks = hooks;
    this.outbox = outbox;
  }

  @EventListener
  void on(CaseMoved moved) {
    String event = moved.verb().code();
    for (Hook hook : hooks.all()) {
      if (hook.hears(moved.service(), event)) {
        outbox.put(
            HookSender.TOPIC,
            hook.id() + ":" + moved.number() + ":" + moved.seq(),
            Map.of(
                "type",
                "case." + event,
                "timestamp",
                moved.at().toString(),
                "data",
                Map.of(
                    "number",
                    moved.number(),
                    "service",
                    moved.service(),
                    "event",
                    event,
                    "seq",
                    moved.seq(),
                    "status",
                    moved.status().code())));
      }
    }
  }
}
