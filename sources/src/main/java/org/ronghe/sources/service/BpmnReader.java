package org.ronghe.sources.service;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Step;
import org.ronghe.sources.pack.PackNotice;

/// Reads `path.bpmn`: BPMN 2.0 XML of one process. Understood are start and end, user task,
/// parallel and exclusive gateway, sequence flow with a FEEL condition, timers standing alone or on
/// the edge of a task (`P5D`: five working days). Whatever else stands in the process is refused by
/// name, id and line; drawings (BPMNDiagram) and remarks are passed over. DTDs and entities are
/// refused.
final class BpmnReader {
  static final String FILE = "path.bpmn";
  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String OWN = "urn:ronghe:path";
  private static final Pattern DAYS = Pattern.compile("P([1-9][0-9]{0,2})D");
  private static final Set<String> REMARKS =
      Set.of(
          "documentation",
          "extensionElements",
          "textAnnotation",
          "association",
          "group",
          "category",
          "incoming",
          "outgoing");
  private static final Map<String, Words> INSTEAD =
      Map.ofEntries(
          Map.entry("task", same("userTask")),
          Map.entry("manualTask", same("userTask")),
          Map.entry("serviceTask", same("userTask")),
          Map.entry("scriptTask", same("userTask")),
          Map.entry(
              "sendTask",
              new Words("每一步都会自动通知申请人，不必画", "applicants are told of every step anyway")),
          Map.entry("receiveTask", same("userTask")),
          Map.entry(
              "businessRuleTask",
              new Words("规则写进 eligibility.dmn", "put the rule into eligibility.dmn")),
          Map.entry(
              "inclusiveGateway",
              new Words(
                  "parallelGateway 加 exclusiveGateway", "parallelGateway with exclusiveGateway")),
          Map.entry(
              "complexGateway",
              new Words(
                  "parallelGateway 加 exclusiveGateway", "parallelGateway with exclusiveGateway")),
          Map.entry(
              "eventBasedGateway",
              new Words("userTask 上的 boundaryEvent", "a boundaryEvent on the userTask")),
          Map.entry("subProcess", new Words("把里面的任务画在外面", "draw its tasks outside")),
          Map.entry("callActivity", new Words("用“一件事”把事项连起来", "join services in a bundle")),
          Map.entry(
              "laneSet",
              new Words("用 ronghe:department 写明部门", "name the department with ronghe:department")),
          Map.entry("collaboration", new Words("只留一个 process", "leave one process only")),
          Map.entry("intermediateThrowEvent", same("userTask")),
          Map.entry(
              "dataObject", new Words("材料写进 service.yaml", "materials belong in service.yaml")),
          Map.entry("terminateEventDefinition", new Words("先汇合再结束", "join before the end")));

  private final XMLStreamReader xml;
  private final String department;
  private final Notices notices;
  private final List<Flow.Node> nodes = new ArrayList<>();
  private final List<Flow.Link> links = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private @Nullable String process;

  private BpmnReader(XMLStreamReader xml, String department, Notices notices) {
    this.xml = xml;
    this.department = department;
    this.notices = notices;
  }

  /// A path that was read.
  ///
  /// @param steps of the user tasks, in the order of the file
  record Drawn(Flow flow, List<Step> steps) {}

  /// @param department of tasks that name none
  /// @return empty after a notice
  static Optional<Drawn> read(String text, String department, String at, List<PackNotice> all) {
    Notices notices = new Notices(at + FILE, all);
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      BpmnReader reader = new BpmnReader(xml, department, notices);
      reader.definitions();
      reader.ends();
      return notices.none()
          ? Optional.of(
              new Drawn(
                  new Flow(
                      reader.process == null ? "" : reader.process, reader.nodes, reader.links),
                  reader.steps))
          : Optional.empty();
    } catch (XMLStreamException wrong) {
      int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNumber();
      notices.add(
          "bpmn-xml",
          place(line, "/"),
          "",
          "不是可以读的 XML。",
          "This is no XML that can be read: "
              + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""));
      return Optional.empty();
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing outside the file is read");
    });
    return factory;
  }

  private static Words same(String word) {
    return new Words(word, word);
  }

  private static String place(int line, String element) {
    return "L" + line + " " + element;
  }

  private void definitions() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        note("bpmn-doctype", "/", "DOCTYPE", "不许有 DOCTYPE。", "A DOCTYPE is not allowed.", null);
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!xml.getLocalName().equals("definitions") || !BPMN.equals(xml.getNamespaceURI())) {
          note(
              "bpmn-root",
              "/",
              xml.getLocalName(),
              "不是 BPMN 2.0 文件。",
              "This is no BPMN 2.0 file.",
              same("definitions xmlns=\"" + BPMN + "\""));
          return;
        }
        inside(this::top);
      }
    }
    if (process == null && notices.none()) {
      note("bpmn-process", "/", "", "没有 process。", "There is no process.", null);
    }
  }

  private void top() throws XMLStreamException {
    String name = xml.getLocalName();
    if (name.equals("BPMNDiagram") || REMARKS.contains(name)) {
      skip();
    } else if (name.equals("process") && process == null) {
      process = id();
      inside(this::element);
    } else {
      refuse(name.equals("process") ? "second process" : name);
      skip();
    }
  }

  private void element() throws XMLStreamException {
    String id = id();
    int line = line();
    if (!REMARKS.contains(xml.getLocalName())
        && !id.isEmpty()
        && lines.putIfAbsent(id, line) != null) {
      note("bpmn-id", id, id, "编号重复。", "Two elements share an id.", null);
    }
    switch (xml.getLocalName()) {
      case "startEvent" -> node(new Flow.Start(id, name("开始 / Start")));
      case "endEvent" -> node(new Flow.End(id, name("结束 / End")));
      case "userTask" -> task(id);
      case "parallelGateway" -> node(new Flow.Parallel(id, name("并行 / Side by side")));
      case "exclusiveGateway" ->
          node(new Flow.Choice(id, name("选择 / Choice"), attribute("default")));
      case "intermediateCatchEvent" -> timer(id, null);
      case "boundaryEvent" -> boundary(id);
      case "sequenceFlow" -> link(id);
      case String name when REMARKS.contains(name) -> skip();
      case String name -> {
        refuse(name);
        skip();
      }
    }
  }

  /// A node without anything of its own inside; event definitions in it are refused.
  private void node(Flow.Node node) throws XMLStreamException {
    nodes.add(node);
    inside(this::remark);
  }

  private void remark() throws XMLStreamException {
    if (!REMARKS.contains(xml.getLocalName())) {
      refuse(xml.getLocalName());
    }
    skip();
  }

  private void task(String id) throws XMLStreamException {
    if (attribute("name") == null) {
      note("bpmn-name", id, "", "任务没有名字。", "The task has no name.", same("name=\"审查 / Review\""));
    }
    Words words = name(id.isEmpty() ? "?" : id);
    Step.Stage stage = stage(id);
    String days = own("days");
    if (days == null || !days.matches("[0-9]{1,3}")) {
      note(
          "bpmn-days",
          id,
          String.valueOf(days),
          "任务须写明 ronghe:days（几个工作日后亮黄牌）。",
          "The task needs ronghe:days (working days before a yellow card).",
          same("ronghe:days=\"3\""));
      days = "0";
    }
    String by = own("by");
    String of = own("department");
    steps.add(
        new Step(
            id.isEmpty() ? "?" : id,
            stage,
            words,
            by == null ? ServiceParser.usualDesk(stage) : by,
            of == null ? department : of,
            Integer.parseInt(days),
            null));
    node(new Flow.Task(id, words));
  }

  private Step.Stage stage(String id) {
    String stage = own("stage");
    for (Step.Stage known : Step.Stage.values()) {
      if (known != Step.Stage.APPLY && known.name().toLowerCase(Locale.ROOT).equals(stage)) {
        return known;
      }
    }
    notices.unknown(
        "bpmn-stage",
        place(line(), id),
        String.valueOf(stage),
        List.of("accept", "review", "decide", "issue", "deliver"),
        "任务须写明 ronghe:stage：accept、review、decide、issue、deliver。",
        "The task needs ronghe:stage: accept, review, decide, issue or deliver.");
    return Step.Stage.REVIEW;
  }

  private void boundary(String id) throws XMLStreamException {
    String task = attribute("attachedToRef");
    if ("false".equals(attribute("cancelActivity"))) {
      note(
          "bpmn-boundary",
          id,
          "cancelActivity=false",
          "不支持不打断任务的计时。",
          "A timer that does not interrupt its task is not supported.",
          same("cancelActivity=\"true\""));
    }
    timer(id, task == null ? "" : task);
  }

  private void timer(String id, @Nullable String task) throws XMLStreamException {
    Words words = name("计时 / Timer");
    int line = line();
    List<String> durations = new ArrayList<>();
    inside(() -> {
      if (xml.getLocalName().equals("timerEventDefinition")) {
        inside(() -> {
          if (xml.getLocalName().equals("timeDuration")) {
            durations.add(xml.getElementText().strip());
          } else {
            remark();
          }
        });
      } else {
        remark();
      }
    });
    Matcher days = DAYS.matcher(durations.isEmpty() ? "" : durations.getFirst());
    if (durations.size() == 1 && days.matches()) {
      nodes.add(new Flow.Timer(id, words, Integer.parseInt(days.group(1)), task));
    } else {
      notices.add(
          "bpmn-timer",
          place(line, id),
          String.join(" ", durations),
          "计时须是 timeDuration，写成 PnD：n 个工作日。",
          "A timer has a timeDuration written PnD: n working days.",
          "P5D");
    }
  }

  private void link(String id) throws XMLStreamException {
    String from = String.valueOf(attribute("sourceRef"));
    String to = String.valueOf(attribute("targetRef"));
    Words words = attribute("name") == null ? null : name("");
    List<String> when = new ArrayList<>();
    inside(() -> {
      if (xml.getLocalName().equals("conditionExpression")) {
        when.add(xml.getElementText().strip());
      } else {
        remark();
      }
    });
    links.add(new Flow.Link(id, from, to, words, when.isEmpty() ? null : when.getFirst()));
  }

  /// What can only be told when all is read: ends of links, and how many of them.
  private void ends() {
    Set<String> known = new HashSet<>();
    nodes.forEach(node -> known.add(node.id()));
    for (Flow.Link link : links) {
      for (String end : List.of(link.from(), link.to())) {
        if (!known.contains(end)) {
          notices.unknown(
              "bpmn-link",
              at(link.id()),
              end,
              known,
              "连线的一端不存在。",
              "An end of the link is not there.");
        }
      }
    }
    Flow flow = new Flow("", nodes, links);
    one("startEvent", nodes.stream().filter(Flow.Start.class::isInstance).count());
    nodes.forEach(node -> links(flow, node));
    links.stream()
        .filter(link -> link.when() != null)
        .filter(link -> flow.node(link.from()).filter(Flow.Choice.class::isInstance).isEmpty())
        .forEach(link ->
            notices.add(
                "bpmn-condition",
                at(link.id()),
                String.valueOf(link.when()),
                "只有选择网关出来的连线可以有条件。",
                "Only a link out of an exclusiveGateway has a condition.",
                "exclusiveGateway"));
  }

  private void one(String what, long count) {
    if (count != 1) {
      notices.add(
          "bpmn-" + what,
          place(1, String.valueOf(process)),
          String.valueOf(count),
          "须恰好有一个 " + what + "。",
          "There must be one " + what + ".");
    }
  }

  private void links(Flow flow, Flow.Node node) {
    int in = flow.to(node.id()).size();
    int out = flow.from(node.id()).size();
    switch (node) {
      case Flow.Start _ -> count(node, in == 0 && out == 1);
      case Flow.End _ -> count(node, in > 0 && out == 0);
      case Flow.Task _ -> count(node, in > 0 && out == 1);
      case Flow.Parallel _ -> count(node, in > 0 && out > 0);
      case Flow.Choice choice -> {
        count(node, in > 0 && out > 0);
        usual(flow, choice, out);
      }
      case Flow.Timer timer -> edge(flow, timer, in, out);
    }
  }

  private void edge(Flow flow, Flow.Timer timer, int in, int out) {
    String task = timer.task();
    count(timer, (task == null ? in > 0 : in == 0) && out == 1);
    if (task != null && flow.node(task).filter(Flow.Task.class::isInstance).isEmpty()) {
      notices.unknown(
          "bpmn-boundary",
          at(timer.id()),
          task,
          steps.stream().map(Step::id).toList(),
          "attachedToRef 不是一个任务。",
          "attachedToRef is no task.");
    }
  }

  private void usual(Flow flow, Flow.Choice choice, int out) {
    if (out < 2) {
      return;
    }
    List<String> ways = flow.from(choice.id()).stream().map(Flow.Link::id).toList();
    String usual = choice.usual();
    if (usual == null || !ways.contains(usual)) {
      notices.unknown(
          "bpmn-default",
          at(choice.id()),
          String.valueOf(usual),
          ways,
          "选择网关须有 default：条件都不成立（或没有答）时走哪条。",
          "An exclusiveGateway needs its default: the way when no condition holds or nothing is"
              + " answered.");
    }
    flow.from(choice.id()).stream()
        .filter(link -> link.when() == null && !link.id().equals(usual))
        .forEach(link ->
            notices.add(
                "bpmn-condition",
                at(link.id()),
                "",
                "缺少条件 conditionExpression。",
                "Its conditionExpression is missing.",
                "<conditionExpression>dig.affectsTraffic</conditionExpression>"));
  }

  private void count(Flow.Node node, boolean right) {
    if (!right) {
      notices.add(
          "bpmn-links",
          at(node.id()),
          "",
          "进出的连线数目不对；任务出来只有一条线，分开和汇合都用网关。",
          "Its number of links is wrong; a task has one link out, ways part and meet at gateways.",
          "parallelGateway");
    }
  }

  private String at(String id) {
    return place(lines.getOrDefault(id, 1), id);
  }

  private void refuse(String name) {
    note(
        "bpmn-element",
        id(),
        name,
        "不支持这种元素。",
        "This element is not supported.",
        INSTEAD.get(name));
  }

  private void note(
      String code, String element, String value, String zh, String en, @Nullable Words maybe) {
    String place = place(line(), element.isEmpty() ? "/" : element);
    if (maybe == null) {
      notices.add(code, place, value, zh, en);
    } else {
      notices.add(code, place, value, zh, en, maybe);
    }
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  private String id() {
    String id = attribute("id");
    return id == null ? "" : id;
  }

  private @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  private @Nullable String own(String name) {
    return xml.getAttributeValue(OWN, name);
  }

  /// The name, written `中文 / English`; the same word twice when only one is there.
  private Words name(String usual) {
    String name = attribute("name");
    String text = name == null || name.isBlank() ? usual : name.strip();
    int slash = text.indexOf(" / ");
    return slash < 0
        ? new Words(text, text)
        : new Words(text.substring(0, slash).strip(), text.substring(slash + 3).strip());
  }

  private interface Read {
    void one() throws XMLStreamException;
  }

  /// Reads each child of the element the reader stands on; a child read leaves it on its end.
  private void inside(Read child) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        child.one();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        return;
      }
    }
  }

  private void skip() throws XMLStreamException {
    inside(this::skip);
  }
}
