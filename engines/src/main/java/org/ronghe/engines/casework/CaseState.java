package org.ronghe.engines.casework;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// What a case's events come to.
///
/// @param done steps that are behind, by id
/// @param open steps that wait for someone, in the order of the path
/// @param extended the time to decide was extended once already
/// @param rated the applicant has rated it
public record CaseState(
    Status status, Set<String> done, List<Step> open, boolean extended, boolean rated) {
  public CaseState {
    done = Set.copyOf(done);
    open = List.copyOf(open);
  }

  /// The state after all these events; events that did not fit are a programmer's error.
  public static CaseState of(Service service, List<CaseEvent> events) {
    CaseState state = null;
    for (CaseEvent event : events) {
      state = state == null ? first(service, event) : state.after(service, event);
    }
    if (state == null) {
      throw new IllegalArgumentException("a case without events");
    }
    return state;
  }

  private static CaseState first(Service service, CaseEvent event) {
    if (event.verb() != Verb.FILE && event.verb() != Verb.WAIT) {
      throw new IllegalArgumentException("a case begins with " + event.verb());
    }
    boolean waits = event.verb() == Verb.WAIT;
    return new CaseState(
        waits ? Status.WAITING : Status.FILED,
        Set.of(),
        waits ? List.of() : Path.open(service, Set.of()),
        false,
        false);
  }

  /// What may be done now.
  public Set<Verb> allowed() {
    Set<Verb> verbs = EnumSet.of(Verb.COMPLAIN);
    switch (status) {
      case WAITING -> verbs.addAll(EnumSet.of(Verb.FILE, Verb.WITHDRAW));
      case FILED ->
          verbs.addAll(
              EnumSet.of(Verb.ACCEPT, Verb.NOT_ACCEPT, Verb.RETURN, Verb.DEEM, Verb.WITHDRAW));
      case RETURNED -> verbs.addAll(EnumSet.of(Verb.CORRECT, Verb.WITHDRAW));
      case IN_REVIEW -> inReview(verbs);
      case SUSPENDED -> verbs.addAll(EnumSet.of(Verb.RESUME, Verb.WITHDRAW));
      case APPROVED -> verbs.add(Verb.ISSUE);
      case ISSUED -> verbs.add(Verb.DELIVER);
      case DELIVERED, REFUSED, NOT_ACCEPTED -> {
        if (!rated) {
          verbs.add(Verb.RATE);
        }
      }
      case WITHDRAWN -> {}
    }
    return verbs;
  }

  private void inReview(Set<Verb> verbs) {
    verbs.addAll(EnumSet.of(Verb.SUSPEND, Verb.WITHDRAW));
    if (!extended) {
      verbs.add(Verb.EXTEND);
    }
    if (opens(Step.Stage.REVIEW)) {
      verbs.add(Verb.REVIEW);
    }
    if (opens(Step.Stage.DECIDE)) {
      verbs.add(Verb.APPROVE);
      verbs.add(Verb.REFUSE);
    }
  }

  private boolean opens(Step.Stage stage) {
    return open.stream().anyMatch(step -> step.stage() == stage);
  }

  /// The open step the verb belongs to: for reviews the named one, or the only one.
  public Optional<Step> stepOf(Verb verb, String named) {
    Stream<Step> steps = open.stream().filter(step -> named.isEmpty() || step.id().equals(named));
    return switch (verb) {
      case ACCEPT, NOT_ACCEPT, RETURN, DEEM -> first(steps, Step.Stage.ACCEPT);
      case REVIEW -> {
        List<Step> reviews = steps.filter(step -> step.stage() == Step.Stage.REVIEW).toList();
        yield reviews.size() == 1 ? Optional.of(reviews.getFirst()) : Optional.empty();
      }
      case APPROVE, REFUSE -> first(steps, Step.Stage.DECIDE);
      case ISSUE -> first(steps, Step.Stage.ISSUE);
      case DELIVER -> first(steps, Step.Stage.DELIVER);
      case SUSPEND, RESUME, EXTEND -> steps.findFirst();
      case WAIT, FILE, CORRECT, WITHDRAW, MIGRATE, RATE, COMPLAIN -> Optional.empty();
    };
  }

  private static Optional<Step> first(Stream<Step> steps, Step.Stage stage) {
    return steps.filter(step -> step.stage() == stage).findFirst();
  }

  /// The state after one more event, which must be allowed.
  public CaseState after(Service service, CaseEvent event) {
    Verb verb = event.verb();
    if (verb == Verb.MIGRATE) {
      return new CaseState(status, done, reopened(service), extended, rated);
    }
    if (!allowed().contains(verb)) {
      throw new IllegalArgumentException(verb + " while " + status);
    }
    return switch (verb) {
      case FILE, CORRECT -> with(Status.FILED, Path.open(service, done));
      case ACCEPT, DEEM, REVIEW, APPROVE, ISSUE, DELIVER -> passed(service, event);
      case NOT_ACCEPT -> with(Status.NOT_ACCEPTED, List.of());
      case RETURN -> with(Status.RETURNED, List.of());
      case SUSPEND -> with(Status.SUSPENDED, open);
      case RESUME -> with(Status.IN_REVIEW, open);
      case EXTEND -> new CaseState(status, done, open, true, rated);
      case REFUSE -> with(Status.REFUSED, List.of());
      case WITHDRAW -> with(Status.WITHDRAWN, List.of());
      case RATE -> new CaseState(status, done, open, extended, true);
      case COMPLAIN -> this;
      case WAIT, MIGRATE -> throw new IllegalArgumentException(verb + " while " + status);
    };
  }

  private List<Step> reopened(Service service) {
    return open.isEmpty() ? open : Path.open(service, done);
  }

  private CaseState passed(Service service, CaseEvent event) {
    Step step =
        stepOf(event.verb(), event.step())
            .orElseThrow(() -> new IllegalArgumentException(event + " has no open step"));
    Set<String> behind = new java.util.HashSet<>(done);
    behind.add(step.id());
    List<Step> next = Path.open(service, behind);
    return new CaseState(Path.status(next), behind, next, extended, rated);
  }

  private CaseState with(Status next, List<Step> steps) {
    return new CaseState(next, done, steps, extended, rated);
  }
}
