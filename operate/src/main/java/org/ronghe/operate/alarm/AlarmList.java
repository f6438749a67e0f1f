package org.ronghe.operate.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.reading.Micros;
import org.ronghe.office.problem.Problem;
import org.springframework.stereotype.Component;

/// The alarm list, page by page, newest first.
@Component
public class AlarmList {
  private static final int MOST = 1_000;
  private static final int CHUNK = 2_000;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final AlarmDesk desk;
  private final AlarmViews views;

  AlarmList(AlarmDesk desk, AlarmViews views) {
    this.desk = desk;
    this.views = views;
  }

  /// The first or the next page.
  ///
  /// @param cursor `next` of the page before; null for the first
  /// @param limit 1 to 1,000
  public Page page(AlarmQuery query, @Nullable String cursor, int limit) {
    int size = Math.clamp(limit, 1, MOST);
    Cursor from = cursor == null ? new Cursor(LATEST, Long.MAX_VALUE) : Cursor.parse(cursor);
    return query.state() == AlarmQuery.State.ALL
        ? fromBook(query, from, size)
        : fromMemory(query, from, size);
  }

  private Page fromMemory(AlarmQuery query, Cursor from, int size) {
    List<AlarmOccurrence> open = desk.open().stream().filter(from::isAfter).toList();
    return collect(query, open, size, new ArrayList<>(), true);
  }

  private Page fromBook(AlarmQuery query, Cursor from, int size) {
    List<AlarmView> found = new ArrayList<>();
    Cursor at = from;
    while (true) {
      List<AlarmOccurrence> chunk = desk.history(at.raisedAt(), at.id(), CHUNK);
      boolean last = chunk.size() < CHUNK;
      Page page = collect(query, chunk, size, found, last);
      if (last || page.next() != null) {
        return page;
      }
      at = Cursor.of(chunk.getLast());
    }
  }

  private Page collect(
      AlarmQuery query,
      List<AlarmOccurrence> candidates,
      int size,
      List<AlarmView> found,
      boolean last) {
    for (int i = 0; i < candidates.size(); i++) {
      AlarmOccurrence alarm = candidates.get(i);
      AlarmView view = views.view(alarm);
      if (query.matches(alarm, view)) {
        found.add(view);
      }
      boolean more = i + 1 < candidates.size() || !last;
      if (found.size() == size && more) {
        return new Page(found, Cursor.of(alarm).text());
      }
    }
    return new Page(found, null);
  }

  /// @param next cursor of the page after; null on the last
  public record Page(List<AlarmView> items, @Nullable String next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /// The last alarm of a page.
  private record Cursor(Instant raisedAt, long id) {
    static Cursor of(AlarmOccurrence alarm) {
      return new Cursor(alarm.raisedAt(), alarm.id());
    }

    static Cursor parse(String text) {
      String[] parts = text.split("_", 2);
      try {
        return new Cursor(Micros.instant(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
        throw Problem.badRequest("bad-cursor", "翻页标记无效：" + text, "Not a cursor: " + text);
      }
    }

    String text() {
      return Micros.of(raisedAt) + "_" + id;
    }

    boolean isAfter(AlarmOccurrence alarm) {
      int order = alarm.raisedAt().compareTo(raisedAt);
      return order < 0 || (order == 0 && alarm.id() < id);
    }
  }
}
