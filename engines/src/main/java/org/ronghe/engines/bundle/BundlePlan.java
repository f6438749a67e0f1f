package org.ronghe.engines.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.service.AnswerTest;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Material;
import org.ronghe.model.service.Service;

/// A bundle, worked out: what is asked, what is brought, in which order it is done, and what that
/// saves. Counts are of the fullest case: everything that may be asked is.
///
/// @param services in an order in which they can be done
/// @param waves services of one wave run side by side; a wave needs outputs of earlier ones
/// @param criticalPath the chain that decides how long all of it takes
/// @param promised_workingDays how long all of it takes, by what each service promises
public record BundlePlan(
    Bundle bundle,
    List<Planned> services,
    List<Question> form,
    List<Paper> materials,
    List<Wave> waves,
    List<String> criticalPath,
    int promised_workingDays,
    Gains gains,
    List<Comparison> comparisons) {
  public BundlePlan {
    services = List.copyOf(services);
    form = List.copyOf(form);
    materials = List.copyOf(materials);
    waves = List.copyOf(waves);
    criticalPath = List.copyOf(criticalPath);
    comparisons = List.copyOf(comparisons);
  }

  /// One service of the bundle in its place.
  ///
  /// @param waits for which outputs of which services
  /// @param start_workingDay earliest day it can begin, 0 for the day of acceptance
  /// @param finish_workingDay by its promise
  /// @param slack_workingDays how much later it could end without delaying the whole
  public record Planned(
      Service service,
      Bundle.Part part,
      List<BundleAnswer.Wait> waits,
      int wave,
      int promised_workingDays,
      int start_workingDay,
      int finish_workingDay,
      int slack_workingDays) {
    public Planned {
      waits = List.copyOf(waits);
    }

    public boolean critical() {
      return slack_workingDays == 0;
    }
  }

  /// One element, once.
  ///
  /// @param askedFor the services that want to know it
  /// @param filledBy a service of the bundle whose output carries it, so that it is not asked; null
  ///   when it is asked
  /// @param licences kinds of electronic licence of the bundle's materials that carry it: in hand,
  ///   they fill it
  /// @param when asked if any of these holds; empty for always
  public record Question(
      String element,
      boolean required,
      List<String> askedFor,
      @Nullable String filledBy,
      List<String> licences,
      List<Condition> when) {
    public Question {
      askedFor = List.copyOf(askedFor);
      licences = List.copyOf(licences);
      when = List.copyOf(when);
    }

    public boolean asked() {
      return filledBy == null;
    }
  }

  /// Something is wanted by a service that is part of the filing, and all tests hold.
  ///
  /// @param chosen the optional service that must have been chosen; null for none
  public record Condition(@Nullable String chosen, List<AnswerTest> all) {
    public Condition {
      all = List.copyOf(all);
    }

    boolean always() {
      return chosen == null && all.isEmpty();
    }
  }

  /// One document, once.
  ///
  /// @param producedBy a service of the bundle that gives it, so that it is not brought; null when
  ///   it is
  /// @param licences kinds of electronic licence that can stand for it in every service
  public record Paper(
      Material material,
      List<String> askedFor,
      @Nullable String producedBy,
      List<String> licences,
      List<Condition> when) {
    public Paper {
      askedFor = List.copyOf(askedFor);
      licences = List.copyOf(licences);
      when = List.copyOf(when);
    }

    /// How it gets there.
    public Way way() {
      if (producedBy != null) {
        return Way.PRODUCED;
      }
      return licences.isEmpty() ? Way.BROUGHT : Way.LICENCE;
    }
  }

  /// How a document gets to the office.
  public enum Way {
    /// Another step of the bundle gives it: not asked.
    PRODUCED,
    /// An electronic licence can stand for it.
    LICENCE,
    /// The applicant brings or uploads it.
    BROUGHT
  }

  /// Services that run side by side.
  public record Wave(List<String> services, List<String> departments) {
    public Wave {
      services = List.copyOf(services);
      departments = List.copyOf(departments);
    }
  }

  /// Before: each service by itself, one after the other. After: the bundle.
  public record Gain(int before, int after) {}

  /// What the bundle saves.
  ///
  /// @param fields questions to answer
  /// @param materials documents to hand in, on paper or as electronic licence
  /// @param brought documents no electronic licence can stand for
  /// @param visits to a window: each service has its own, the bundle has one
  /// @param online visits when filed online
  /// @param steps the applicant goes through: apply, be accepted, get the result
  /// @param days working days: promises added up, against the critical path
  /// @param legalDays the same by the limits of law
  public record Gains(
      Gain fields,
      Gain materials,
      Gain brought,
      Gain visits,
      Gain online,
      Gain steps,
      Gain days,
      Gain legalDays) {}

  /// A published figure beside ours.
  ///
  /// @param measure `items`, `days`, `visits`, `materials` or `steps`
  /// @param theirsBefore null when only the result was told
  /// @param oursBefore null for `items`
  /// @param zh where and why they differ, or that they do not
  public record Comparison(
      String place,
      String source,
      String measure,
      @Nullable Double theirsBefore,
      double theirsAfter,
      @Nullable Integer oursBefore,
      int oursAfter,
      String zh,
      String en) {}
}
