package org.ronghe.engines.casework;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Flow;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// Proves a drawn path before a case goes through it: every order in which its tasks, timers and
/// choices can happen is played, and each must end with nothing left over.
public final class FlowProof {
  private static final int MOST_STATES = 20_000;
  private final Service service;
  private final Flow flow;
  private final Set<Found> found = new LinkedHashSet<>();
  private final Set<String> reached = new HashSet<>();

  private FlowProof(Service service, Flow flow) {
    this.service = service;
    this.flow = flow;
  }

  /// What is wrong; empty for a sound path and for one that is not drawn.
  public static List<Found> of(Service service) {
    Flow flow = service.flow();
    if (flow == null) {
      return List.of();
    }
    FlowProof proof = new FlowProof(service, flow);
    try {
      Marking.order(flow);
    } catch (IllegalArgumentException _) {
      return List.of(
          new Found(
              flow.id(),
              new Words("路径有循环。", "The path goes in a circle."),
              new Words("退回重来请用补正", "use the return for correction")));
    }
    proof.play();
    proof.stages();
    return List.copyOf(proof.found);
  }

  private void play() {
    Deque<Set<String>> open = new ArrayDeque<>(List.of(Set.of()));
    Set<Set<String>> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Set<String> done = open.poll();
      Marking marking = Marking.of(flow, done);
      look(marking);
      for (String next : next(marking)) {
        Set<String> after = new HashSet<>(done);
        after.add(next);
        if (seen.add(Set.copyOf(after))) {
          open.add(Set.copyOf(after));
        }
      }
      if (seen.size() > MOST_STATES) {
        note(
            flow.id(),
            "路径太大，无法逐一检验。",
            "The path is too large to be proved.",
            "拆成几个事项",
            "split the service");
        return;
      }
    }
    for (Flow.Node node : flow.nodes()) {
      if (node instanceof Flow.Task && !reached.contains(node.id())) {
        note(
            node.id(),
            "永远到不了这一步。",
            "This step is never come to.",
            "补上通向它的连线",
            "draw the link to it");
      }
    }
  }

  /// Everything that can happen next.
  private List<String> next(Marking marking) {
    List<String> next = new ArrayList<>();
    marking.tasks().forEach(task -> next.add(task.id()));
    marking.timers().forEach(timer -> next.add(timer.id()));
    marking
        .choices()
        .forEach(choice -> flow.from(choice.id()).forEach(link -> next.add(link.id())));
    return next;
  }

  private void look(Marking marking) {
    marking.tasks().forEach(task -> reached.add(task.id()));
    for (String node : marking.crowded()) {
      note(
          node,
          "并行的几路没有汇合就到了这里，会办几遍。",
          "Parallel ways come here without a join; it would be done more than once.",
          "先用并行网关汇合",
          "join them with a parallelGateway");
    }
    for (Flow.Task task : marking.tasks()) {
      Step.Stage stage = service.step(task.id()).orElseThrow().stage();
      if (stage != Step.Stage.REVIEW && marking.tasks().size() + marking.timers().size() > 1) {
        note(
            task.id(),
            "受理、决定、制证、送达不能与别的环节同时进行。",
            "Accept, decide, issue and deliver run alone.",
            "把它放到汇合之后",
            "put it behind the join");
      }
    }
    if (marking.quiet()) {
      end(marking);
    }
  }

  private void end(Marking marking) {
    for (String join : marking.half()) {
      note(
          join,
          "这里会一直等不会来的一路。",
          "This join can wait for a way that never comes.",
          "选择网关的分支用选择网关汇合",
          "meet again in an exclusiveGateway what one has parted");
    }
    if (marking.half().isEmpty() && marking.ended() != 1) {
      note(
          flow.id(),
          "办件应当恰好一次走到结束，实际 " + marking.ended() + " 次。",
          "A case must come to the end once, not " + marking.ended() + " times.",
          "先汇合再结束",
          "join before the end");
    }
  }

  /// Along every link stages never go back; only review has timers and choices after acceptance.
  private void stages() {
    for (Flow.Node node : flow.nodes()) {
      Set<String> after = after(node.id());
      if (node instanceof Flow.Task) {
        Step.Stage stage = service.step(node.id()).orElseThrow().stage();
        for (String later : after) {
          service
              .step(later)
              .filter(step -> step.stage().compareTo(stage) < 0)
              .ifPresent(step ->
                  note(
                      step.id(),
                      "环节顺序不对。",
                      "The stages are not in their order.",
                      "受理、审查、决定、制证、送达",
                      "accept, review, decide, issue, deliver"));
        }
      }
      boolean early =
          (node instanceof Flow.Timer || node instanceof Flow.Choice)
              && service.path().stream()
                  .anyMatch(step -> step.stage() == Step.Stage.ACCEPT && after.contains(step.id()));
      if (early) {
        note(
            node.id(),
            "计时和选择只能在受理之后。",
            "Timers and choices come after acceptance.",
            "放到受理之后",
            "put it behind the accept step");
      }
      boolean late =
          node instanceof Flow.Timer
              && service.path().stream()
                  .noneMatch(
                      step -> step.stage() == Step.Stage.DECIDE && after.contains(step.id()));
      if (late) {
        note(
            node.id(),
            "计时只能在决定之前。",
            "Timers come before the decision.",
            "放到决定之前",
            "put it before the decide step");
      }
    }
  }

  private Set<String> after(String node) {
    Set<String> after = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      String at = open.poll();
      List<String> next = new ArrayList<>(flow.from(at).stream().map(Flow.Link::to).toList());
      flow.edges(at).forEach(timer -> next.add(timer.id()));
      next.stream().filter(after::add).forEach(open::add);
    }
    return after;
  }

  private void note(String element, String zh, String en, String maybeZh, String maybeEn) {
    found.add(new Found(element, new Words(zh, en), new Words(maybeZh, maybeEn)));
  }

  /// Something wrong with the path.
  ///
  /// @param element id of the node, or of the process
  public record Found(String element, Words why, Words maybe) {}
}
