package org.ronghe.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// A log as OCEL 2.0 and as XES, held to what the formats require.
class LogExportTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T09:00:00+08:00");
  private static final ProcessLog LOG =
      new ProcessLog(
          "birth-registration",
          List.of(
              new LoggedEvent(
                  "e1",
                  "C1",
                  "file",
                  AT,
                  "",
                  "",
                  Map.of("channel", "<phone> & \"more\""),
                  List.of(new LoggedEvent.Related("P1", "applicant"))),
              new LoggedEvent(
                  "e2",
                  "C1",
                  "accept",
                  AT.plusHours(3),
                  "clerk-7",
                  "public-security",
                  Map.of(),
                  List.of())),
          List.of(
              new LoggedObject(
                  "C1",
                  "case",
                  List.of(new LoggedObject.Value("service", "birth-registration", AT)),
                  List.of(new LoggedEvent.Related("B1", "part-of")))));

  /// The rules of the OCEL 2.0 JSON schema (required keys, all text values, times with offset) and
  /// of the standard: types are declared with their attributes, and every object named is listed.
  @Test
  void A01_ocel_declares_its_types_and_names_no_object_it_does_not_list() {
    Map<String, Object> ocel = Ocel.of(LOG);
    assertThat(ocel).containsOnlyKeys("objectTypes", "eventTypes", "objects", "events");
    Set<String> listed = new HashSet<>();
    for (Map<?, ?> object : list(ocel, "objects")) {
      listed.add(String.valueOf(object.get("id")));
      declared(ocel, "objectTypes", object);
    }
    assertThat(listed).containsExactlyInAnyOrder("C1", "P1", "B1");
    for (Map<?, ?> event : list(ocel, "events")) {
      assertThat(event.keySet().stream().map(String::valueOf))
          .contains("id", "type", "time", "attributes", "relationships");
      assertThat(OffsetDateTime.parse(String.valueOf(event.get("time")))).isAfterOrEqualTo(AT);
      declared(ocel, "eventTypes", event);
      for (Map<?, ?> related : list(event, "relationships")) {
        assertThat(listed).contains(String.valueOf(related.get("objectId")));
        assertThat(related.get("qualifier")).isInstanceOf(String.class);
      }
    }
  }

  private static void declared(Map<?, ?> ocel, String types, Map<?, ?> one) {
    Map<?, ?> type =
        list(ocel, types).stream()
            .filter(known -> Objects.equals(known.get("name"), one.get("type")))
            .findFirst()
            .orElseThrow();
    List<String> names =
        list(type, "attributes").stream().map(known -> String.valueOf(known.get("name"))).toList();
    for (Map<?, ?> attribute : list(one, "attributes")) {
      assertThat(names).contains(String.valueOf(attribute.get("name")));
      assertThat(attribute.get("value")).isInstanceOf(String.class);
    }
  }

  private static List<Map<?, ?>> list(Map<?, ?> map, String key) {
    List<Map<?, ?>> all = new ArrayList<>();
    for (Object one : (List<?>) Objects.requireNonNull(map.get(key))) {
      all.add((Map<?, ?>) one);
    }
    return all;
  }

  /// IEEE 1849: extensions declared for each prefix used, globals present in every trace and event,
  /// keys unique within an element, times with an offset.
  @Test
  void B01_xes_keeps_the_rules_of_the_standard() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory.newDocumentBuilder().parse(new InputSource(new StringReader(Xes.of(LOG))));
    Element log = document.getDocumentElement();
    assertThat(log.getNamespaceURI()).isEqualTo("http://www.xes-standard.org/");
    assertThat(log.getAttribute("xes.version")).isNotEmpty();
    Set<String> prefixes = new HashSet<>();
    elements(log, "extension").forEach(one -> prefixes.add(one.getAttribute("prefix")));
    List<Element> events = elements(log, "event");
    assertThat(events).hasSize(2);
    for (Element event : events) {
      Set<String> keys = new HashSet<>();
      NodeList children = event.getChildNodes();
      for (int i = 0; i < children.getLength(); i++) {
        if (children.item(i) instanceof Element attribute) {
          String key = attribute.getAttribute("key");
          assertThat(keys.add(key)).as(key).isTrue();
          int colon = key.indexOf(':');
          if (colon > 0) {
            assertThat(prefixes).contains(key.substring(0, colon));
          }
        }
      }
      assertThat(keys).contains("concept:name", "time:timestamp", "lifecycle:transition");
    }
    Element date = elements(events.getFirst(), "date").getFirst();
    assertThat(OffsetDateTime.parse(date.getAttribute("value"))).isEqualTo(AT);
    assertThat(Xes.of(LOG)).contains("&lt;phone&gt; &amp; &quot;more&quot;");
  }

  private static List<Element> elements(Element under, String name) {
    NodeList found = under.getElementsByTagNameNS("*", name);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add((Element) found.item(i));
    }
    return all;
  }
}
