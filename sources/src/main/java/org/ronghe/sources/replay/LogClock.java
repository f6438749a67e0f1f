package org.ronghe.sources.replay;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.sources.replay.ReplayMapping.Gap;
import org.ronghe.sources.replay.ReplayMapping.TimeRule;

/// Turns the local times of one log into UTC. Remembers the row before, to tell the two hours of an
/// autumn night apart.
final class LogClock {
  private final TimeRule rule;
  private final DateTimeFormatter format;
  private final ZoneRules zone;
  private @Nullable LocalDateTime before;
  private boolean second;

  LogClock(TimeRule rule) {
    this.rule = rule;
    this.format =
        DateTimeFormatter.ofPattern(rule.pattern(), Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    this.zone = rule.zone().getRules();
  }

  /// What a time text means.
  sealed interface Answer {
    record At(long time_us, @Nullable String flag) implements Answer {}

    record None(String reason) implements Answer {}
  }

  Answer read(String text) {
    LocalDateTime local;
    try {
      local = LocalDateTime.parse(text, format);
    } catch (DateTimeParseException _) {
      return new Answer.None("not-a-time");
    }
    List<ZoneOffset> offsets = zone.getValidOffsets(local);
    Answer answer =
        switch (offsets.size()) {
          case 1 -> at(local, offsets.getFirst(), null);
          case 0 -> inGap(local);
          default -> twice(local, offsets);
        };
    second = offsets.size() == 2 && second;
    before = local;
    return answer;
  }

  private Answer inGap(LocalDateTime local) {
    return rule.gap() == Gap.REJECT
        ? new Answer.None("time-in-gap")
        : at(local, zone.getTransition(local).getOffsetBefore(), "time-in-gap");
  }

  private Answer twice(LocalDateTime local, List<ZoneOffset> offsets) {
    return switch (rule.overlap()) {
      case EARLIER -> at(local, offsets.get(0), "time-ambiguous");
      case LATER -> at(local, offsets.get(1), "time-ambiguous");
      case REJECT -> new Answer.None("time-ambiguous");
      case BY_ORDER -> {
        second |= before != null && local.isBefore(before);
        yield at(local, offsets.get(second ? 1 : 0), null);
      }
    };
  }

  private static Answer at(LocalDateTime local, ZoneOffset offset, @Nullable String flag) {
    long time_us = local.toEpochSecond(offset) * 1_000_000 + local.getNano() / 1_000;
    return new Answer.At(time_us, flag);
  }
}
