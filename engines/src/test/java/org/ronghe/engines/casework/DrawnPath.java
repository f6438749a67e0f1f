package org.ronghe.engines.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Form;
import org.ronghe.model.service.Header;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.model.service.Step;

/// A service whose path is written as lines `from -> to`. What a name begins with says what it is:
/// `+` a parallel gateway, `?` a choosing one (its last way is the usual one), `(` a start, `)` an
/// end, `@3` a timer of three working days, `task@3` such a timer on the edge of `task`; anything
/// else is a task, named by its stage or else a review.
final class DrawnPath {
  private static final Words WORDS = new Words("例", "example");

  private DrawnPath() {}

  static Service of(String lines) {
    Map<String, Flow.Node> nodes = new LinkedHashMap<>();
    List<Flow.Link> links = new ArrayList<>();
    Map<String, String> last = new LinkedHashMap<>();
    for (String line : lines.strip().lines().toList()) {
      String[] ends = line.strip().split(" -> ");
      String id = ends[0] + ">" + ends[1];
      last.put(ends[0], id);
      links.add(new Flow.Link(id, ends[0], ends[1], null, null));
      for (String end : ends) {
        nodes.put(end, node(end, ""));
      }
    }
    last.forEach((node, link) -> nodes.put(node, node(node, link)));
    List<Step> steps = new ArrayList<>();
    for (Flow.Node node : nodes.values()) {
      if (node instanceof Flow.Task) {
        steps.add(new Step(node.id(), stage(node.id()), WORDS, "CLERK", "office", 1, null));
      }
    }
    return service(new Flow("path", List.copyOf(nodes.values()), links), steps);
  }

  private static Flow.Node node(String id, String usual) {
    int timer = id.indexOf('@');
    if (timer >= 0) {
      int days = Integer.parseInt(id.substring(timer + 1));
      return new Flow.Timer(id, WORDS, days, timer == 0 ? null : id.substring(0, timer));
    }
    return switch (id.charAt(0)) {
      case '(' -> new Flow.Start(id, WORDS);
      case ')' -> new Flow.End(id, WORDS);
      case '+' -> new Flow.Parallel(id, WORDS);
      case '?' -> new Flow.Choice(id, WORDS, usual);
      default -> new Flow.Task(id, WORDS);
    };
  }

  private static Step.Stage stage(String task) {
    return switch (task) {
      case "accept" -> Step.Stage.ACCEPT;
      case "decide" -> Step.Stage.DECIDE;
      case "deliver" -> Step.Stage.DELIVER;
      default -> Step.Stage.REVIEW;
    };
  }

  private static Service service(Flow flow, List<Step> steps) {
    Map<String, String> header =
        Map.of(
            "anticipate_day", "20",
            "anticipate_type", "工作日",
            "promise_day", "20",
            "promise_type", "工作日",
            "limit_scene_num", "0");
    return new Service(
        new ServiceKey("example", "1"),
        WORDS,
        WORDS,
        LocalDate.of(2026, 1, 1),
        null,
        "office",
        new Header(header),
        List.of(),
        List.of(),
        List.of(),
        new Form(List.of()),
        List.of(),
        List.of(),
        List.of(),
        steps,
        flow,
        List.of(),
        List.of(),
        Service.OldCases.FINISH,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        List.of());
  }
}
