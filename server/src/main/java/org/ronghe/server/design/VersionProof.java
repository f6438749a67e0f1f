package org.ronghe.server.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronghe.engines.casework.FlowProof;
import org.ronghe.engines.casework.Ways;
import org.ronghe.engines.rule.eligibility.EligibilityProof;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.service.Element;
import org.ronghe.model.service.Service;
import org.ronghe.serve.design.Workbench;

/// What is wrong with a version that only an engine can tell: rules that are not understood or
/// leave gaps, a drawn path that can get stuck.
final class VersionProof {
  private VersionProof() {}

  static List<Workbench.Fault> of(Service service, Map<String, Element> elements) {
    List<Workbench.Fault> faults = new ArrayList<>();
    EligibilityProof.ofModel(service).forEach(one -> faults.add(fault("eligibility.dmn", one)));
    FlowProof.of(service)
        .forEach(one ->
            faults.add(
                new Workbench.Fault(
                    "bpmn-path", "path.bpmn", one.element(), null, "", one.why(), one.maybe())));
    List<DecisionNotice> notices = new ArrayList<>();
    Ways.compile(service, elements, notices);
    notices.forEach(one -> faults.add(fault("path.bpmn", one)));
    return faults;
  }

  private static Workbench.Fault fault(String file, DecisionNotice one) {
    return new Workbench.Fault(
        one.code(), file, one.element(), null, one.expression(), one.why(), null);
  }
}
