package org.ronghe.serve.filing;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.process.LoggedObject;
import org.ronghe.engines.process.ProcessLog;
import org.ronghe.engines.process.ProcessMap;
import org.ronghe.engines.process.ProcessMiner;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.Step;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The logs of a service's cases for process mining: what was done when by which desk. No names, no
/// accounts, no answers, no reasons; cases carry a running number in place of their own.
@Component
public class CaseLogs {
  private static final int SHOWN_VARIANTS = 50;
  private final CatalogueRoom room;
  private final JdbcClient database;

  CaseLogs(CatalogueRoom room, JdbcClient database) {
    this.room = room;
    this.database = database;
  }

  /// Services with cases, the most first.
  public List<Counted> services() {
    return database
        .sql(
            """
            select service, count(*) from serve.case_file where service <> ''
            group by service order by 2 desc, 1
            """)
        .query((row, _) -> new Counted(row.getString(1), name(row.getString(1)), row.getInt(2)))
        .list();
  }

  /// The log of the newest 20,000 cases; refused when the service is unknown.
  public ProcessLog log(String service) {
    if (versions(service).isEmpty()) {
      throw Problem.notFound(
          "no-service", "没有这个事项：" + service, "There is no service " + service + ".");
    }
    Map<String, String> aliases = new HashMap<>();
    Map<String, LoggedObject> bundles = new LinkedHashMap<>();
    List<org.ronghe.engines.process.LoggedEvent> events = new ArrayList<>();
    database
        .sql(
            """
            select e.number, e.seq, e.at, e.verb, e.step, e.by_role, e.department, f.parent, f.version
            from (select number, parent, version, filed_at from serve.case_file
                  where service = ? order by filed_at desc limit 20000) f
            join serve.case_event e using (number)
            where e.verb not in ('rate', 'complain')
            order by f.filed_at, e.number, e.seq
            """)
        .param(service)
        .query((row, _) -> {
          String number = row.getString("number");
          String id = aliases.computeIfAbsent(number, _ -> "case-" + (aliases.size() + 1));
          List<org.ronghe.engines.process.LoggedEvent.Related> concerns = new ArrayList<>();
          String parent = row.getString("parent");
          if (parent != null) {
            String bundle = aliases.computeIfAbsent(parent, _ -> "bundle-" + (aliases.size() + 1));
            bundles.putIfAbsent(bundle, new LoggedObject(bundle, "bundle", List.of(), List.of()));
            concerns.add(new org.ronghe.engines.process.LoggedEvent.Related(bundle, "part of"));
          }
          events.add(
              new org.ronghe.engines.process.LoggedEvent(
                  id + "/" + row.getInt("seq"),
                  id,
                  activity(row.getString("verb"), row.getString("step")),
                  row.getObject("at", OffsetDateTime.class),
                  "",
                  row.getString("department"),
                  Map.of("role", row.getString("by_role"), "version", row.getString("version")),
                  concerns));
          return id;
        })
        .list();
    return new ProcessLog(service, events, List.copyOf(bundles.values()));
  }

  /// Reviews are told apart by their step; the other verbs say enough.
  private static String activity(String verb, String step) {
    return verb.equals(Verb.REVIEW.code()) && !step.isEmpty() ? verb + ":" + step : verb;
  }

  /// The directly-follows graph with words for what it shows; the 50 most frequent variants.
  public Drawn map(String service) {
    ProcessLog log = log(service);
    if (log.events().isEmpty()) {
      return new Drawn(service, name(service), null, 0, Map.of());
    }
    ProcessMap map = ProcessMiner.map(log);
    Map<String, Words> words = new LinkedHashMap<>();
    map.activities().forEach(one -> words.put(one.name(), words(service, one.name())));
    ProcessMap shown =
        new ProcessMap(
            map.cases(),
            map.events(),
            map.activities(),
            map.edges(),
            map.variants().stream().limit(SHOWN_VARIANTS).toList(),
            map.duration(),
            map.reworked());
    return new Drawn(service, name(service), shown, map.variants().size(), words);
  }

  private Words words(String service, String activity) {
    String[] parts = activity.split(":", 2);
    Words verb =
        Verb.ofCode(parts[0]).map(Verb::words).orElseGet(() -> new Words(activity, activity));
    if (parts.length == 1) {
      return verb;
    }
    Words step =
        versions(service).stream()
            .flatMap(version -> version.step(parts[1]).map(Step::name).stream())
            .findFirst()
            .orElseGet(() -> new Words(parts[1], parts[1]));
    return new Words(verb.zh() + " · " + step.zh(), verb.en() + " · " + step.en());
  }

  private List<Service> versions(String service) {
    return room.catalogue().services().stream().filter(one -> one.id().equals(service)).toList();
  }

  private Words name(String service) {
    List<Service> versions = versions(service);
    return versions.isEmpty() ? new Words(service, service) : versions.getLast().name();
  }

  public record Counted(String service, Words name, int cases) {}

  /// @param map null while there are no cases
  /// @param variants how many there are in all
  /// @param words activity to its name
  public record Drawn(
      String service,
      Words name,
      @Nullable ProcessMap map,
      int variants,
      Map<String, Words> words) {}
}
