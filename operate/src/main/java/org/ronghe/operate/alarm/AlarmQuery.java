package org.ronghe.operate.alarm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which alarms a list shows; the conditions add up.
///
/// @param priority 1 to 4; null for all
/// @param utility code; null for all
/// @param tunnel tunnel id; null for everywhere
/// @param works id of works in whose zone it was raised; null for everywhere
/// @param text part of the point's id or name, the place or the words of the alarm; empty for all
public record AlarmQuery(
    State state,
    @Nullable Integer priority,
    @Nullable String utility,
    @Nullable String tunnel,
    @Nullable String works,
    String text) {

  /// Which part of an alarm's life.
  public enum State {
    /// Not returned yet, or not acknowledged yet.
    ACTIVE,
    UNACKNOWLEDGED,
    ALL;

    public static Optional<State> ofCode(String code) {
      return Arrays.stream(values())
          .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(code))
          .findFirst();
    }
  }

  boolean matches(AlarmOccurrence alarm, AlarmView view) {
    return (state != State.UNACKNOWLEDGED || !alarm.acknowledged())
        && (priority == null || priority == alarm.priority())
        && (utility == null || utility.equals(view.utility()))
        && (tunnel == null || tunnel.equals(view.where().tunnelId()))
        && (works == null || view.works().stream().anyMatch(site -> site.id().equals(works)))
        && hasText(view);
  }

  private boolean hasText(AlarmView view) {
    if (text.isBlank()) {
      return true;
    }
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    String words =
        String.join(
            "\n",
            view.point(),
            view.pointName(),
            view.where().text(),
            view.rule(),
            view.name().zh(),
            view.name().en());
    return words.toLowerCase(Locale.ROOT).contains(wanted);
  }
}
