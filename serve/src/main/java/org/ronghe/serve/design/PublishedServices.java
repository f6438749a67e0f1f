package org.ronghe.serve.design;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Versions published in the browser, laid over the shipped ones when the county starts.
@Component
class PublishedServices {
  private static final Logger log = LoggerFactory.getLogger(PublishedServices.class);
  private final JdbcClient database;
  private final JsonMapper json;

  PublishedServices(JdbcClient database, JsonMapper json, CatalogueRoom room, Workbench workbench) {
    this.database = database;
    this.json = json;
    for (Published one : all()) {
      Workbench.Reading reading =
          workbench.read(room.catalogue(), one.service(), one.version(), texts(one));
      if (!has(reading, one)) {
        log.error(
            "the published service {}@{} cannot be read any more: {}",
            one.service(),
            one.version(),
            reading.faults());
      }
      room.replace(reading.catalogue());
    }
  }

  private static boolean has(Workbench.Reading reading, Published one) {
    return reading.catalogue().service(new ServiceKey(one.service(), one.version())).isPresent();
  }

  List<Published> all() {
    return database
        .sql(
            """
            select service, version, effective_from, published_by, published_at
            from serve.service_version order by published_at, service, version
            """)
        .query((row, _) ->
            new Published(
                row.getString("service"),
                row.getString("version"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private Map<String, String> texts(Published one) {
    return texts(one.service(), one.version()).orElseThrow();
  }

  Optional<Map<String, String>> texts(String service, String version) {
    return database
        .sql("select texts::text from serve.service_version where service = ? and version = ?")
        .params(List.of(service, version))
        .query((row, _) -> {
          Map<String, String> texts = new TreeMap<>();
          json.readTree(row.getString(1))
              .properties()
              .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
          return texts;
        })
        .optional()
        .map(Map::copyOf);
  }

  /// False when the version is there already.
  boolean keep(Service service, Map<String, String> texts, String by) {
    return database
            .sql(
                """
                insert into serve.service_version (service, version, effective_from, texts, published_by)
                values (?, ?, ?, ?::jsonb, ?) on conflict do nothing
                """)
            .params(
                List.of(
                    service.id(),
                    service.key().version(),
                    service.effectiveFrom(),
                    json.writeValueAsString(texts),
                    by))
            .update()
        == 1;
  }

  record Published(
      String service, String version, LocalDate effectiveFrom, String by, Instant at) {}
}
