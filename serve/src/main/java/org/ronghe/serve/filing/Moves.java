package org.ronghe.serve.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.engines.casework.CaseEvent;
import org.ronghe.engines.casework.Migration;
import org.ronghe.engines.casework.Verb;
import org.ronghe.engines.form.Answers;
import org.ronghe.model.pack.Words;
import org.ronghe.model.service.Service;
import org.ronghe.model.service.ServiceKey;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.ronghe.serve.catalogue.Eligibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Open cases of older versions go on by a newer one that says `old_cases: migrate`, each where it
/// is better for its applicant ([Migration]) and else not. The move is an event in the case's log,
/// the applicant is told what they gain, and it cannot be undone.
@Component
public class Moves {
  private static final int SHOWN = 20;
  private final CatalogueRoom room;
  private final CaseBook book;
  private final CaseDesk desk;
  private final CaseWriter writer;
  private final Eligibility eligibility;
  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  Moves(
      CatalogueRoom room,
      CaseBook book,
      CaseDesk desk,
      CaseWriter writer,
      Eligibility eligibility,
      JdbcClient database,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.room = room;
    this.book = book;
    this.desk = desk;
    this.writer = writer;
    this.eligibility = eligibility;
    this.database = database;
    this.transaction = transaction;
    this.json = json;
  }

  /// What would happen to the open cases if this version took them along today.
  ///
  /// @param newer need not be published yet
  public Preview preview(Service newer) {
    int moves = 0;
    List<Moving> some = new ArrayList<>();
    Map<Words, Integer> why = new LinkedHashMap<>();
    for (String number : open(newer)) {
      Optional<CaseFile> file = book.find(number);
      if (file.isEmpty()) {
        continue;
      }
      Migration.Judged judged = judge(file.get(), newer, book.events(number));
      if (judged.moves()) {
        moves++;
        if (some.size() < SHOWN) {
          some.add(new Moving(number, file.get().version(), judged.gains()));
        }
      } else {
        why.merge(judged.why().orElseThrow(), 1, Integer::sum);
      }
    }
    int stays = why.values().stream().mapToInt(Integer::intValue).sum();
    List<Staying> reasons = new ArrayList<>();
    why.forEach((reason, cases) -> reasons.add(new Staying(reason, cases)));
    return new Preview(moves, stays, some, reasons);
  }

  /// Asks for the move, in the caller's transaction; it runs when the version begins.
  public void ask(Service newer, String by) {
    database
        .sql(
            """
            insert into serve.version_move (service, version, asked_by) values (?, ?, ?)
            on conflict (service, version) do nothing
            """)
        .params(List.of(newer.id(), newer.key().version(), by))
        .update();
  }

  /// Runs every move that was asked for and whose version has begun; how many cases moved. Cases
  /// one after the other, each in its own transaction: broken off, it goes on where it was.
  public int runDue() {
    int moved = 0;
    for (Asked asked : asked()) {
      Optional<Service> newer =
          room.catalogue()
              .service(new ServiceKey(asked.service(), asked.version()))
              .filter(service -> service.isEffective(room.today()));
      if (newer.isPresent()) {
        moved += run(newer.get(), asked.by());
      }
    }
    return moved;
  }

  private int run(Service newer, String by) {
    int moved = 0;
    int stayed = 0;
    for (String number : open(newer)) {
      boolean went = Boolean.TRUE.equals(transaction.execute(_ -> move(number, newer, by)));
      moved += went ? 1 : 0;
      stayed += went ? 0 : 1;
    }
    database
        .sql(
            """
            update serve.version_move set ran_at = now(), moved = ?, stayed = ?
            where service = ? and version = ?
            """)
        .params(List.of(moved, stayed, newer.id(), newer.key().version()))
        .update();
    return moved;
  }

  private boolean move(String number, Service newer, String by) {
    CaseFile file = book.locked(number).orElseThrow(() -> CaseDesk.unknown(number));
    if (file.version().equals(newer.key().version())) {
      return false;
    }
    List<LoggedEvent> log = new ArrayList<>(book.events(number));
    Migration.Judged judged = judge(file, newer, log);
    if (!judged.moves()) {
      return false;
    }
    String zh = String.join("；", judged.gains().stream().map(Words::zh).toList());
    String en = String.join("; ", judged.gains().stream().map(Words::en).toList());
    book.version(number, newer.key().version());
    CaseFile moved = book.find(number).orElseThrow();
    Map<String, String> data =
        Map.of("from", file.version(), "to", newer.key().version(), "asked", by);
    writer.append(
        moved,
        newer,
        log,
        writer.draft(log.size() + 1, Verb.MIGRATE, CaseDesk.SYSTEM, "", zh + " / " + en, data));
    return true;
  }

  private Migration.Judged judge(CaseFile file, Service newer, List<LoggedEvent> log) {
    Service older = room.pinned(file.service(), file.version());
    List<CaseEvent> events = log.stream().map(LoggedEvent::event).toList();
    Map<?, ?> given = json.convertValue(desk.answers(file), Map.class);
    Migration.Judged judged =
        Migration.judge(older, newer, events, Answers.of(given), room.today());
    boolean worse =
        eligibility.verdict(newer, given, room.today()) == Answers.Verdict.NO
            && eligibility.verdict(older, given, room.today()) != Answers.Verdict.NO;
    if (!worse) {
      return judged;
    }
    List<Words> against = new ArrayList<>(judged.against());
    against.add(new Words("按新版的条件就不符合了", "by the newer conditions it would not be met"));
    return new Migration.Judged(judged.gains(), against);
  }

  /// Open cases of other versions that began before this one.
  private List<String> open(Service newer) {
    return database
        .sql(
            """
            select number from serve.case_file
            where service = ? and version <> ? and closed_on is null and keeping = 'kept'
            order by filed_at, number
            """)
        .params(List.of(newer.id(), newer.key().version()))
        .query((row, _) -> row.getString("number"))
        .list();
  }

  private List<Asked> asked() {
    return database
        .sql(
            """
            select service, version, asked_by from serve.version_move where ran_at is null
            order by asked_at
            """)
        .query((row, _) -> new Asked(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  private record Asked(String service, String version, String by) {}

  /// @param moves how many cases would move
  /// @param stays how many would end by their old rules
  /// @param some of those that move, at most 20
  /// @param why the first reason of each that stays, counted
  public record Preview(int moves, int stays, List<Moving> some, List<Staying> why) {}

  /// @param gains what its applicant gains
  public record Moving(String number, String version, List<Words> gains) {}

  public record Staying(Words why, int cases) {}
}
