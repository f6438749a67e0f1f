package org.ronghe.serve.filing;

import java.util.Arrays;
import org.ronghe.engines.casework.CaseState;
import org.ronghe.engines.casework.Verb;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.resident.Residents;
import org.ronghe.office.staff.Role;
import org.springframework.stereotype.Component;

/// Who may see a case and who may do what to it.
@Component
class Rights {
  private final Residents residents;

  Rights(Residents residents) {
    this.residents = residents;
  }

  /// The applicant, or the verified person it is about.
  boolean isApplicants(CaseFile file, Caller caller) {
    if (file.applicant().equals(caller.account())) {
      return true;
    }
    byte[] key = file.personKey();
    return caller.isResident()
        && key != null
        && residents
            .find(caller.account())
            .filter(one -> one.verified() && Arrays.equals(one.key(), key))
            .isPresent();
  }

  /// A desk of a department that has a step in it.
  boolean isDesks(CaseFile file, Service service, Caller caller) {
    boolean counter =
        caller.role() == Role.CLERK && caller.department().equals(Caller.ALL_DEPARTMENTS);
    return caller.isDesk()
        && (counter
            || file.department().equals(caller.department())
            || service.path().stream().map(Step::department).anyMatch(caller.department()::equals));
  }

  boolean isFilers(CaseFile file, Caller caller) {
    return file.filedBy().equals(caller.account())
        && (caller.role() == Role.HELPER || caller.role() == Role.CLERK);
  }

  /// Refuses when the caller may not do it.
  void refuse(CaseFile file, Service service, CaseState state, Action action, Caller caller) {
    boolean may =
        action.verb().isApplicants()
            ? isApplicants(file, caller) || isFilers(file, caller)
            : mayHandle(service, state, action, caller);
    if (!may) {
      throw Problem.forbidden(
          "not-your-step",
          "这一步（" + action.verb().words().zh() + "）不归您办。",
          "This step (" + action.verb().words().en() + ") is not yours.");
    }
  }

  private static boolean mayHandle(Service service, CaseState state, Action action, Caller caller) {
    return switch (action.verb()) {
      case ACCEPT, NOT_ACCEPT, RETURN, REVIEW, APPROVE, REFUSE, ISSUE, DELIVER ->
          state
              .stepOf(action.verb(), action.step())
              .map(step -> caller.sitsAt(step.by(), step.department()))
              .orElse(false);
      case SUSPEND, RESUME, EXTEND ->
          caller.isDesk()
              && (caller.department().equals(service.department())
                  || state.open().stream()
                      .anyMatch(step -> step.department().equals(caller.department())));
      // nobody does these by hand
      case WAIT, DEEM, ELAPSE, MIGRATE -> false;
      case FILE, CORRECT, WITHDRAW, RATE, COMPLAIN -> false;
    };
  }

  /// The refusal of something that cannot be done now.
  static Problem notNow(Verb verb, CaseState state) {
    return Problem.conflict(
        "not-now",
        "现在是“" + state.status().words().zh() + "”，不能" + verb.words().zh() + "。",
        "It is " + state.status().words().en() + "; it cannot be: " + verb.words().en() + ".");
  }
}
