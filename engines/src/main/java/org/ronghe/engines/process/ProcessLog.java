package org.ronghe.engines.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The events of many cases and the objects they are about.
///
/// @param service name of the process, e.g. the service's id
public record ProcessLog(String service, List<LoggedEvent> events, List<LoggedObject> objects) {
  public ProcessLog {
    events = List.copyOf(events);
    objects = List.copyOf(objects);
  }

  /// Case by case, the cases by id, the events of a case by time; at the same instant they keep the
  /// order they were handed over in.
  Map<String, List<LoggedEvent>> traces() {
    Map<String, List<LoggedEvent>> cases = new TreeMap<>();
    for (LoggedEvent event : events) {
      cases.computeIfAbsent(event.caseId(), _ -> new ArrayList<>()).add(event);
    }
    Map<String, List<LoggedEvent>> traces = new LinkedHashMap<>();
    cases.forEach((id, trace) ->
        traces.put(
            id, trace.stream().sorted(Comparator.comparing(one -> one.at().toInstant())).toList()));
    return traces;
  }
}
