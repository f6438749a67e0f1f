package org.ronghe.sources.county.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the notices of one reading are written down. Not for several threads.
public final class NoticeBook {
  private final List<Notice> notices = new ArrayList<>();
  private final Map<String, Set<Long>> badRows = new HashMap<>();

  public void add(Notice notice) {
    notices.add(notice);
    if (notice.isError() && notice.row() > 0) {
      badRows.computeIfAbsent(notice.file(), _ -> new HashSet<>()).add(notice.row());
    }
  }

  /// Writes a notice about a whole file.
  public void file(NoticeKind kind, String file, String... details) {
    add(new Notice(kind, file, 0, "", "", List.of(details)));
  }

  /// True when an error was found in this row.
  public boolean isBad(String file, long row) {
    return badRows.getOrDefault(file, Set.of()).contains(row);
  }

  /// How many rows of the file are bad.
  public long badRows(String file) {
    return badRows.getOrDefault(file, Set.of()).size();
  }

  /// True when an error was found in the file as a whole or in any of its rows.
  public boolean hasErrorsIn(String file) {
    return notices.stream().anyMatch(notice -> notice.isError() && notice.file().equals(file));
  }

  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  public boolean hasErrors() {
    return notices.stream().anyMatch(Notice::isError);
  }
}
