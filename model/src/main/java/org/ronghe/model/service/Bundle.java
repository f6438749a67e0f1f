package org.ronghe.model.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.measure.Require;
import org.ronghe.model.pack.Words;

/// 一件事: one life event, several services. Form, materials, order and gain are computed.
///
/// @param lead code of the department that leads
/// @param published before/after figures the public sources claim
public record Bundle(
    String id,
    Words name,
    Words summary,
    String lead,
    List<String> lifeEvents,
    List<String> keywords,
    List<Requirement> conditions,
    List<Part> services,
    List<Published> published,
    List<Source> sources) {
  public Bundle {
    Require.filled(id, "bundle");
    lifeEvents = List.copyOf(lifeEvents);
    keywords = List.copyOf(keywords);
    conditions = List.copyOf(conditions);
    services = List.copyOf(services);
    published = List.copyOf(published);
    sources = List.copyOf(sources);
  }

  /// A service of the bundle.
  ///
  /// @param when part of it only if this holds; null for always
  /// @param optional the applicant may leave it out
  public record Part(String service, boolean optional, @Nullable AnswerTest when) {
    public Part {
      Require.filled(service, "service");
    }
  }

  /// What a place says it gained; null where it does not say.
  public record Published(
      String place,
      @Nullable Integer items,
      @Nullable Gain days,
      @Nullable Gain visits,
      @Nullable Gain materials,
      @Nullable Gain steps,
      String note,
      String source) {}

  /// Before and after; before is null when only the result is told.
  public record Gain(@Nullable Double before, double after) {}
}
