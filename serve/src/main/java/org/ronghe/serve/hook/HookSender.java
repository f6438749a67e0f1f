package org.ronghe.serve.hook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.ronghe.serve.filing.Outbox;
import org.springframework.stereotype.Component;

/// Sends messages to the systems that hear of cases. The same message may come twice after a crash,
/// with the same `webhook-id`; one that is not answered with 2xx is tried again, ever more seldom,
/// and given up after [#TRIES] times. Goes only to the addresses of the settings: no redirect is
/// followed.
@Component
class HookSender implements Outbox.Receiver {
  static final String TOPIC = "webhook";

  /// The waits double from a second to an hour: about ten hours in all.
  static final int TRIES = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Hooks hooks;
  private final Clock clock;

  HookSender(Hooks hooks, Clock clock) {
    this.hooks = hooks;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public int tries() {
    return TRIES;
  }

  @Override
  public void receive(String key, String payload) {
    String id = key.substring(0, key.indexOf(':'));
    Hook hook =
        hooks.one(id).orElseThrow(() -> new NotTaken("there is no hook " + id + " any more"));
    long second = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(hook.address())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("webhook-id", key)
            .header("webhook-timestamp", Long.toString(second))
            .header("webhook-signature", hook.key().sign(key, second, payload))
            .POST(HttpRequest.BodyPublishers.ofString(payload))
            .build();
    int status = post(request);
    if (status < 200 || status > 299) {
      throw new NotTaken("answered " + status);
    }
  }

  private int post(HttpRequest request) {
    try {
      return Client.ONE.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new NotTaken("does not answer: " + e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NotTaken("interrupted");
    }
  }

  /// Made with the first message: a county without hooks does not wait for it at its start.
  private static final class Client {
    static final HttpClient ONE =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// The other system did not take a message.
  static final class NotTaken extends RuntimeException {
    NotTaken(String why) {
      super(why);
    }
  }
}
