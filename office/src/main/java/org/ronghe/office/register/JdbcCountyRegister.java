package org.ronghe.office.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.ronghe.model.county.CountyHead;
import org.ronghe.model.provenance.Provenance;
import org.ronghe.office.audit.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The register in PostgreSQL. Loads the county when it is made and keeps it whole in memory.
///
/// [CountyReplaced] is published on the calling thread, after the commit and outside any
/// transaction: listen with `@EventListener`. At start-up it is published once, before the web
/// server takes requests.
@Component
final class JdbcCountyRegister implements CountyRegister, SmartLifecycle {
  private static final List<Shelf<?>> SHELVES =
      List.of(
          LandShelves.DIVISIONS,
          LandShelves.PLACES,
          LandShelves.PEOPLE,
          LandShelves.FACILITIES,
          NetworkShelves.NODES,
          NetworkShelves.LINKS,
          TunnelShelves.TUNNELS,
          TunnelShelves.COMPARTMENTS,
          TunnelShelves.SECTIONS,
          TunnelShelves.EQUIPMENT,
          LandShelves.ROADS,
          NetworkShelves.POINTS,
          NetworkShelves.LIMITS);

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final ReentrantLock replacing = new ReentrantLock();
  private volatile @Nullable County county;
  private volatile boolean running;

  JdbcCountyRegister(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Audit audit) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.audit = audit;
    this.county = load();
  }

  @Override
  public Optional<County> county() {
    return Optional.ofNullable(county);
  }

  @Override
  public ImportSummary replace(County next, String by) {
    replacing.lock();
    try {
      County sorted = inKeyOrder(next);
      List<Difference<?>> differences = differences(sorted);
      ImportSummary summary = summary(differences, sorted.head());
      if (!summary.nothingChanged()) {
        transaction.executeWithoutResult(_ -> {
          write(sorted, differences);
          audit.record(by, "county-import", sorted.head().code(), summary.inWords());
        });
        county = sorted;
        events.publishEvent(new CountyReplaced(sorted));
      }
      return summary;
    } finally {
      replacing.unlock();
    }
  }

  private List<Difference<?>> differences(County next) {
    List<Difference<?>> differences = new ArrayList<>();
    for (Shelf<?> shelf : SHELVES) {
      differences.add(difference(shelf, next));
    }
    return differences;
  }

  private <T> Difference<T> difference(Shelf<T> shelf, County next) {
    County before = county;
    return Difference.between(shelf, before == null ? List.of() : shelf.rows().apply(before), next);
  }

  private ImportSummary summary(List<Difference<?>> differences, CountyHead head) {
    Map<String, Integer> added = new TreeMap<>();
    Map<String, Integer> changed = new TreeMap<>();
    Map<String, Integer> removed = new TreeMap<>();
    for (Difference<?> difference : differences) {
      String collection = difference.shelf().collection();
      note(added, collection, difference.added().size());
      note(changed, collection, difference.changed().size());
      note(removed, collection, difference.removed().size());
    }
    County before = county;
    if (before == null) {
      note(added, "county", 1);
    } else if (!before.head().equals(head)) {
      note(changed, "county", 1);
    }
    return new ImportSummary(added, changed, removed);
  }

  private static void note(Map<String, Integer> counts, String collection, int count) {
    if (count > 0) {
      counts.put(collection, count);
    }
  }

  private void write(County next, List<Difference<?>> differences) {
    ProvenanceShelf provenances = ProvenanceShelf.load(client);
    Set<Provenance> wanted = provenancesOf(next);
    provenances.keep(client, wanted);
    var store = new ShelfStore(jdbc, provenances);
    for (Difference<?> difference : differences) {
      if (!difference.isEmpty()) {
        store.apply(difference);
      }
    }
    new HeadShelf(client, provenances).write(next.head());
    provenances.drop(client, wanted);
  }

  private static Set<Provenance> provenancesOf(County county) {
    Set<Provenance> all = new HashSet<>();
    county.head().sources().forEach(file -> all.add(file.provenance()));
    for (Shelf<?> shelf : SHELVES) {
      addProvenances(all, shelf, county);
    }
    return all;
  }

  private static <T> void addProvenances(Set<Provenance> all, Shelf<T> shelf, County county) {
    for (T row : shelf.rows().apply(county)) {
      all.add(shelf.provenance().apply(row));
    }
  }

  private @Nullable County load() {
    ProvenanceShelf provenances = ProvenanceShelf.load(client);
    Optional<CountyHead> head = new HeadShelf(client, provenances).load();
    if (head.isEmpty()) {
      return null;
    }
    var store = new ShelfStore(jdbc, provenances);
    return new County(
        head.get(),
        store.load(LandShelves.DIVISIONS),
        store.load(LandShelves.PLACES),
        store.load(LandShelves.PEOPLE),
        store.load(LandShelves.FACILITIES),
        store.load(NetworkShelves.NODES),
        store.load(NetworkShelves.LINKS),
        store.load(TunnelShelves.TUNNELS),
        store.load(TunnelShelves.COMPARTMENTS),
        store.load(TunnelShelves.SECTIONS),
        store.load(TunnelShelves.EQUIPMENT),
        store.load(LandShelves.ROADS),
        store.load(NetworkShelves.POINTS),
        store.load(NetworkShelves.LIMITS));
  }

  /// The same county with its rows in the order they come back from the database.
  private static County inKeyOrder(County c) {
    return new County(
        c.head(),
        sorted(LandShelves.DIVISIONS, c),
        sorted(LandShelves.PLACES, c),
        sorted(LandShelves.PEOPLE, c),
        sorted(LandShelves.FACILITIES, c),
        sorted(NetworkShelves.NODES, c),
        sorted(NetworkShelves.LINKS, c),
        sorted(TunnelShelves.TUNNELS, c),
        sorted(TunnelShelves.COMPARTMENTS, c),
        sorted(TunnelShelves.SECTIONS, c),
        sorted(TunnelShelves.EQUIPMENT, c),
        sorted(LandShelves.ROADS, c),
        sorted(NetworkShelves.POINTS, c),
        sorted(NetworkShelves.LIMITS, c));
  }

  private static <T> List<T> sorted(Shelf<T> shelf, County county) {
    return shelf.rows().apply(county).stream().sorted(Comparator.comparing(shelf.key())).toList();
  }

  @Override
  public void start() {
    running = true;
    County loaded = county;
    if (loaded != null) {
      events.publishEvent(new CountyReplaced(loaded));
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// After ordinary beans, before the web server.
  @Override
  public int getPhase() {
    return 0;
  }
}
