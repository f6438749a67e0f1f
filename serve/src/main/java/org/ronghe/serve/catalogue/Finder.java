package org.ronghe.serve.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Bundle;
import org.ronghe.model.service.Service;
import org.ronghe.office.search.NameRank;
import org.springframework.stereotype.Component;

/// Finds services and bundles by words (characters, pinyin, initials, a slip) or life event.
@Component
public class Finder {
  private final CatalogueRoom room;
  private final NameRank ranks = new NameRank();

  Finder(CatalogueRoom room) {
    this.room = room;
  }

  /// @param words empty for all
  /// @param lifeEvent empty for all
  public List<Found> find(String words, String lifeEvent) {
    List<Found> found = new ArrayList<>();
    for (Bundle bundle : room.catalogue().bundles()) {
      Found one =
          new Found(
              "bundle",
              bundle.id(),
              bundle.name(),
              bundle.summary(),
              bundle.lead(),
              bundle.lifeEvents(),
              rank(words, bundle.name(), bundle.keywords()));
      add(found, one, lifeEvent);
    }
    for (Service service : room.current()) {
      Found one =
          new Found(
              "service",
              service.id(),
              service.name(),
              service.summary(),
              service.department(),
              service.lifeEvents(),
              rank(words, service.name(), service.keywords()));
      add(found, one, lifeEvent);
    }
    found.sort(Comparator.comparingInt(Found::rank));
    return found;
  }

  private static void add(List<Found> found, Found one, String lifeEvent) {
    boolean fits = lifeEvent.isEmpty() || one.lifeEvents().contains(lifeEvent);
    if (fits && one.rank() < NameRank.NONE) {
      found.add(one);
    }
  }

  private int rank(String words, Words name, List<String> keywords) {
    if (words.isBlank()) {
      return 0;
    }
    return Stream.concat(Stream.of(name.zh(), name.en()), keywords.stream())
        .mapToInt(text -> ranks.rank(words, text))
        .min()
        .orElse(NameRank.NONE);
  }

  /// @param kind `service` or `bundle`
  /// @param rank the smaller, the better it fits
  public record Found(
      String kind,
      String id,
      Words name,
      Words summary,
      String department,
      List<String> lifeEvents,
      int rank) {}
}
