package org.ronghe.office.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Slows down guessing: after five wrong passwords in a row for a name or from an address the next
/// try has to wait, twice as long each time, at most 15 minutes. In memory: a restart forgets.
final class LoginThrottle {
  private static final int FREE_TRIES = 5;
  private static final int FREE_TRIES_PER_ADDRESS = 30;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 20_000;

  private final Clock clock;
  private final Map<String, Failures> failures = new ConcurrentHashMap<>();

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /// How long this name or address still has to wait; empty when it may try.
  Optional<Duration> wait(String user, String address) {
    Duration longest =
        max(
            remaining("user " + user, FREE_TRIES),
            remaining("at " + address, FREE_TRIES_PER_ADDRESS));
    return longest.isZero() ? Optional.empty() : Optional.of(longest);
  }

  void failed(String user, String address) {
    if (failures.size() > MOST_KEYS) {
      Instant old = clock.instant().minus(LONGEST_WAIT);
      failures.values().removeIf(one -> one.last().isBefore(old));
    }
    count("user " + user);
    count("at " + address);
  }

  void succeeded(String user) {
    failures.remove("user " + user);
  }

  private void count(String key) {
    Instant now = clock.instant();
    failures.merge(
        key, new Failures(1, now), (old, _) -> new Failures(freshCount(old, now) + 1, now));
  }

  private static int freshCount(Failures old, Instant now) {
    return old.last().isBefore(now.minus(LONGEST_WAIT.multipliedBy(2))) ? 0 : old.count();
  }

  private Duration remaining(String key, int free) {
    Failures found = failures.get(key);
    if (found == null || found.count() < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(found.count() - free, 10);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    Instant until = found.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private record Failures(int count, Instant last) {}
}
