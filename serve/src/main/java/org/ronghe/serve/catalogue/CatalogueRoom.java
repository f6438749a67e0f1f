package org.ronghe.serve.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ronghe.engines.casework.Ways;
import org.ronghe.engines.rule.eligibility.EligibilityRules;
import org.ronghe.model.decision.DecisionNotice;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Catalogue;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.office.problem.Problem;

/// The catalogue in force, in memory; the server puts it in, the designer replaces it.
public final class CatalogueRoom {
  /// Days are counted in China's time everywhere.
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Clock clock;
  private volatile Shelf shelf;

  public CatalogueRoom(Catalogue catalogue, Clock clock) {
    this.clock = clock;
    this.shelf = Shelf.of(catalogue);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  public Catalogue catalogue() {
    return shelf.catalogue();
  }

  /// From now on this is the catalogue; cases keep the versions they began with.
  public void replace(Catalogue catalogue) {
    shelf = Shelf.of(catalogue);
  }

  /// The form check of a version, compiled once.
  FormCheck form(Service service) {
    return shelf
        .forms()
        .computeIfAbsent(
            service.key(), _ -> new FormCheck(service, catalogue().elements(), java.util.Set.of()));
  }

  /// What is wrong with these answers; empty when nothing is.
  public List<FormCheck.Fault> faults(Service service, tools.jackson.databind.JsonNode answers) {
    return form(service).faults(answers);
  }

  /// The same when some elements will be filled later, by a licence another part gives.
  public List<FormCheck.Fault> faults(
      Service service, tools.jackson.databind.JsonNode answers, java.util.Set<String> later) {
    if (later.isEmpty()) {
      return faults(service, answers);
    }
    return shelf
        .partForms()
        .computeIfAbsent(
            new Later(service.key(), java.util.Set.copyOf(later)),
            _ -> new FormCheck(service, catalogue().elements(), later))
        .faults(answers);
  }

  /// The rules of eligibility of a version, compiled once; empty when it has none.
  public Optional<EligibilityRules> rules(Service service) {
    return shelf.rules().computeIfAbsent(service.key(), _ -> compiled(service));
  }

  /// Which way a version's drawn path goes on, compiled once.
  public Ways ways(Service service) {
    return shelf
        .ways()
        .computeIfAbsent(
            service.key(),
            _ -> {
              List<DecisionNotice> notices = new ArrayList<>();
              Ways ways = Ways.compile(service, catalogue().elements(), notices);
              refuse(service, notices);
              return ways;
            });
  }

  private static void refuse(Service service, List<DecisionNotice> notices) {
    if (!notices.isEmpty()) {
      throw new IllegalStateException(
          service.key() + " was never proved: " + notices.getFirst().english());
    }
  }

  private static Optional<EligibilityRules> compiled(Service service) {
    List<DecisionNotice> notices = new ArrayList<>();
    Optional<EligibilityRules> rules = EligibilityRules.compile(service, notices);
    refuse(service, notices);
    return rules;
  }

  private record Later(ServiceKey key, java.util.Set<String> elements) {}

  /// The version a case pinned.
  public Service pinned(String id, String version) {
    Service found = shelf.byKey().get(new ServiceKey(id, version));
    if (found == null) {
      throw new IllegalStateException("the catalogue lost " + id + "@" + version);
    }
    return found;
  }

  /// A version somebody names; refused when there is none.
  public Service version(String id, String version) {
    Service found = shelf.byKey().get(new ServiceKey(id, version));
    if (found == null) {
      throw Problem.notFound(
          "no-version",
          "没有这个版本：" + id + "@" + version,
          "There is no version " + id + "@" + version + ".");
    }
    return found;
  }

  /// The version new cases begin with today.
  public Service current(String id) {
    return shelf.byId().getOrDefault(id, List.of()).stream()
        .filter(service -> service.isEffective(today()))
        .findFirst()
        .orElseThrow(() ->
            Problem.notFound("no-service", "没有这个事项：" + id, "There is no service " + id + "."));
  }

  public Bundle bundle(String id) {
    return catalogue()
        .bundle(id)
        .orElseThrow(
            () -> Problem.notFound("no-bundle", "没有这件事：" + id, "There is no bundle " + id + "."));
  }

  /// All services in the version of today.
  public List<Service> current() {
    LocalDate today = today();
    return shelf.byId().values().stream()
        .flatMap(
            versions -> versions.stream().filter(s -> s.isEffective(today)).findFirst().stream())
        .toList();
  }

  public Optional<String> departmentName(String code) {
    return Optional.ofNullable(catalogue().departments().get(code)).map(words -> words.zh());
  }

  private record Shelf(
      Catalogue catalogue,
      Map<ServiceKey, Service> byKey,
      Map<String, List<Service>> byId,
      Map<ServiceKey, FormCheck> forms,
      Map<Later, FormCheck> partForms,
      Map<ServiceKey, Optional<EligibilityRules>> rules,
      Map<ServiceKey, Ways> ways) {
    static Shelf of(Catalogue catalogue) {
      Map<ServiceKey, Service> byKey = new HashMap<>();
      Map<String, List<Service>> byId = new LinkedHashMap<>();
      catalogue.services().stream()
          .sorted(java.util.Comparator.comparing(Service::effectiveFrom).reversed())
          .forEach(service -> {
            byKey.put(service.key(), service);
            byId.computeIfAbsent(service.id(), _ -> new ArrayList<>()).add(service);
          });
      return new Shelf(
          catalogue,
          byKey,
          byId,
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>(),
          new ConcurrentHashMap<>());
    }
  }
}
