package org.ronghe.sources.plan;

import java.util.List;
import org.ronghe.model.remark.Remark;

/// A table that was read, or why it was not.
public sealed interface TableAnswer<T> {
  /// @param remarks what the reader passed over, counted
  record Read<T>(T table, List<Remark> remarks) implements TableAnswer<T> {
    public Read {
      remarks = List.copyOf(remarks);
    }
  }

  /// @param why names file, row, field and value
  record Refused<T>(Remark why) implements TableAnswer<T> {}
}
