package org.ronghe.engines.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A log in XES (IEEE 1849), with the concept, time, lifecycle and organizational extensions. One
/// trace for each case.
public final class Xes {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
        <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
        <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
        <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
        <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
        <global scope="trace">
          <string key="concept:name" value=""/>
        </global>
        <global scope="event">
          <string key="concept:name" value=""/>
          <date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
          <string key="lifecycle:transition" value="complete"/>
        </global>
        <classifier name="Activity" keys="concept:name"/>
      """;

  private Xes() {}

  /// The log as XML text.
  public static String of(ProcessLog log) {
    StringBuilder out = new StringBuilder(4_096).append(HEAD);
    text(out, "  ", "concept:name", log.service());
    log.traces().forEach((id, trace) -> trace(out, id, trace));
    return out.append("</log>\n").toString();
  }

  private static void trace(StringBuilder out, String id, List<LoggedEvent> trace) {
    out.append("  <trace>\n");
    text(out, "    ", "concept:name", id);
    for (LoggedEvent event : trace) {
      out.append("    <event>\n");
      text(out, "      ", "concept:name", event.activity());
      out.append("      <date key=\"time:timestamp\" value=\"")
          .append(Ocel.time(event.at()))
          .append("\"/>\n");
      text(out, "      ", "lifecycle:transition", "complete");
      if (!event.by().isEmpty()) {
        text(out, "      ", "org:resource", event.by());
      }
      if (!event.department().isEmpty()) {
        text(out, "      ", "org:group", event.department());
      }
      for (Map.Entry<String, String> more : new TreeMap<>(event.attributes()).entrySet()) {
        // a colon would claim one of the extensions, or double a key of theirs
        text(out, "      ", more.getKey().replace(':', '_'), more.getValue());
      }
      out.append("    </event>\n");
    }
    out.append("  </trace>\n");
  }

  private static void text(StringBuilder out, String indent, String key, String value) {
    out.append(indent).append("<string key=\"");
    escape(out, key);
    out.append("\" value=\"");
    escape(out, value);
    out.append("\"/>\n");
  }

  /// What XML 1.0 cannot hold at all becomes U+FFFD.
  private static void escape(StringBuilder out, String text) {
    text.codePoints()
        .forEach(character -> {
          switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\n' -> out.append("&#10;");
            case '\r' -> out.append("&#13;");
            case '\t' -> out.append("&#9;");
            default -> {
              boolean allowed =
                  character >= 0x20
                      && (character < 0xD800 || character > 0xDFFF)
                      && character != 0xFFFE
                      && character != 0xFFFF;
              out.appendCodePoint(allowed ? character : 0xFFFD);
            }
          }
        });
  }
}
