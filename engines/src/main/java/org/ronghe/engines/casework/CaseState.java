package org.ronghe.engines.casework;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;

/// What a case's events come to.
///
/// @param done what is behind, by id: steps; of a drawn path also timers that ran out and the ways
///   that were taken
/// @param open steps that wait for someone, in the order of the path
/// @param timers ids of the timers that run; only a drawn path has any
/// @param extended the time to decide was extended once already
/// @param rated the applicant has rated it
public record CaseState(
    Status status,
    Set<String> done,
    List<Step> open,
    List<String> timers,
    boolean extended,
    boolean rated) {
  public CaseState {
    done = Set.copyOf(done);
    open = List.copyOf(open);
    timers = List.copyOf(timers);
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
        waits ? List.of() : Path.at(service, Set.of()).open(),
        List.of(),
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
    if (!timers.isEmpty()) {
      verbs.add(Verb.ELAPSE);
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
      case WAIT, FILE, CORRECT, ELAPSE, WITHDRAW, MIGRATE, RATE, COMPLAIN -> Optional.empty();
    };
  }

  private static Optional<Step> first(Stream<Step> steps, Step.Stage stage) {
    return steps.filter(step -> step.stage() == stage).findFirst();
  }

  /// The state after one more event, which must be allowed.
  public CaseState after(Service service, CaseEvent event) {
    Verb verb = event.verb();
    if (verb == Verb.MIGRATE) {
      return migrated(service);
    }
    if (!allowed().contains(verb)) {
      throw new IllegalArgumentException(verb + " while " + status);
    }
    return switch (verb) {
      case FILE, CORRECT -> with(Status.FILED, Path.at(service, done).open());
      case ACCEPT, DEEM, REVIEW, APPROVE, ISSUE, DELIVER -> passed(service, event);
      case NOT_ACCEPT -> with(Status.NOT_ACCEPTED, List.of());
      case RETURN -> with(Status.RETURNED, List.of());
      case SUSPEND -> new CaseState(Status.SUSPENDED, done, open, timers, extended, rated);
      case RESUME -> new CaseState(Status.IN_REVIEW, done, open, timers, extended, rated);
      case EXTEND -> new CaseState(status, done, open, timers, true, rated);
      case ELAPSE -> elapsed(service, event);
      case REFUSE -> with(Status.REFUSED, List.of());
      case WITHDRAW -> with(Status.WITHDRAWN, List.of());
      case RATE -> new CaseState(status, done, open, timers, extended, true);
      case COMPLAIN -> this;
      case WAIT, MIGRATE -> throw new IllegalArgumentException(verb + " while " + status);
    };
  }

  private CaseState migrated(Service service) {
    return open.isEmpty() && timers.isEmpty() ? this : behind(service, done, status);
  }

  private CaseState passed(Service service, CaseEvent event) {
    Step step =
        stepOf(event.verb(), event.step())
            .orElseThrow(() -> new IllegalArgumentException(event + " has no open step"));
    return on(service, event, step.id());
  }

  private CaseState elapsed(Service service, CaseEvent event) {
    if (!timers.contains(event.step())) {
      throw new IllegalArgumentException(event + " has no such timer");
    }
    return on(service, event, event.step());
  }

  /// The state when a step or timer is behind and the event told which way it went on.
  private CaseState on(Service service, CaseEvent event, String passed) {
    Set<String> behind = new HashSet<>(done);
    behind.add(passed);
    behind.addAll(event.ways());
    Path path = Path.at(service, behind);
    if (!path.choices().isEmpty()) {
      throw new IllegalArgumentException(event + " does not say which way at " + path.choices());
    }
    return behind(service, behind, path.status());
  }

  private CaseState behind(Service service, Set<String> behind, Status next) {
    Path path = Path.at(service, behind);
    return new CaseState(next, behind, path.open(), path.timers(), extended, rated);
  }

  private CaseState with(Status next, List<Step> steps) {
    return new CaseState(next, done, steps, List.of(), extended, rated);
  }
}
