package org.ronghe.engines.process;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A log in OCEL 2.0 (object-centric event log, JSON form): `eventTypes`, `objectTypes`, `events`,
/// `objects`. All values are text, as the JSON form has them. Every case is an object of type
/// `case`, and every object an event or another object names is listed.
public final class Ocel {
  static final String CASE = "case";

  private Ocel() {}

  /// The log as plain maps, lists and texts, to be written as JSON.
  public static Map<String, Object> of(ProcessLog log) {
    Map<String, LoggedObject> objects = objects(log);
    Map<String, Object> ocel = new LinkedHashMap<>();
    ocel.put("objectTypes", objectTypes(objects));
    ocel.put("eventTypes", eventTypes(log));
    ocel.put("objects", objects.values().stream().map(Ocel::object).toList());
    ocel.put("events", log.events().stream().map(Ocel::event).toList());
    return ocel;
  }

  /// What is named but not described becomes an object of type `object`, cases of type `case`.
  private static Map<String, LoggedObject> objects(ProcessLog log) {
    Map<String, LoggedObject> objects = new LinkedHashMap<>();
    log.objects().forEach(object -> objects.put(object.id(), object));
    for (LoggedEvent event : log.events()) {
      objects.computeIfAbsent(event.caseId(), id -> bare(id, CASE));
      event
          .concerns()
          .forEach(one -> objects.computeIfAbsent(one.objectId(), id -> bare(id, "object")));
    }
    for (LoggedObject object : log.objects()) {
      object
          .related()
          .forEach(one -> objects.computeIfAbsent(one.objectId(), id -> bare(id, "object")));
    }
    return objects;
  }

  private static LoggedObject bare(String id, String type) {
    return new LoggedObject(id, type, List.of(), List.of());
  }

  private static List<Object> objectTypes(Map<String, LoggedObject> objects) {
    Map<String, Set<String>> types = new TreeMap<>();
    for (LoggedObject object : objects.values()) {
      Set<String> names = types.computeIfAbsent(object.type(), _ -> new TreeSet<>());
      object.values().forEach(value -> names.add(value.name()));
    }
    return types(types);
  }

  private static List<Object> eventTypes(ProcessLog log) {
    Map<String, Set<String>> types = new TreeMap<>();
    for (LoggedEvent event : log.events()) {
      types
          .computeIfAbsent(event.activity(), _ -> new TreeSet<>())
          .addAll(attributes(event).keySet());
    }
    return types(types);
  }

  private static List<Object> types(Map<String, Set<String>> types) {
    List<Object> all = new ArrayList<>();
    types.forEach((name, attributes) ->
        all.add(
            ordered(
                "name",
                name,
                "attributes",
                attributes.stream()
                    .map(attribute -> ordered("name", attribute, "type", "string"))
                    .toList())));
    return all;
  }

  private static Map<String, String> attributes(LoggedEvent event) {
    Map<String, String> attributes = new TreeMap<>(event.attributes());
    if (!event.by().isEmpty()) {
      attributes.put("by", event.by());
    }
    if (!event.department().isEmpty()) {
      attributes.put("department", event.department());
    }
    return attributes;
  }

  private static Map<String, Object> event(LoggedEvent event) {
    Set<LoggedEvent.Related> related = new LinkedHashSet<>();
    related.add(new LoggedEvent.Related(event.caseId(), CASE));
    related.addAll(event.concerns());
    List<Object> attributes = new ArrayList<>();
    attributes(event)
        .forEach((name, value) -> attributes.add(ordered("name", name, "value", value)));
    return ordered(
        "id",
        event.id(),
        "type",
        event.activity(),
        "time",
        time(event.at()),
        "attributes",
        attributes,
        "relationships",
        relationships(related));
  }

  private static Map<String, Object> object(LoggedObject object) {
    return ordered(
        "id",
        object.id(),
        "type",
        object.type(),
        "attributes",
        object.values().stream()
            .map(value ->
                ordered("name", value.name(), "value", value.value(), "time", time(value.since())))
            .toList(),
        "relationships",
        relationships(object.related()));
  }

  private static List<Object> relationships(Iterable<LoggedEvent.Related> related) {
    List<Object> all = new ArrayList<>();
    for (LoggedEvent.Related one : related) {
      all.add(ordered("objectId", one.objectId(), "qualifier", one.role()));
    }
    return all;
  }

  static String time(OffsetDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }
}
