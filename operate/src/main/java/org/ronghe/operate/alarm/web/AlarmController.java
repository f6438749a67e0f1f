package org.ronghe.operate.alarm.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.audit.Audit;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.CurrentUser;
import org.ronghe.operate.alarm.AlarmChange;
import org.ronghe.operate.alarm.AlarmDesk;
import org.ronghe.operate.alarm.AlarmList;
import org.ronghe.operate.alarm.AlarmOccurrence;
import org.ronghe.operate.alarm.AlarmQuery;
import org.ronghe.operate.alarm.AlarmView;
import org.ronghe.operate.alarm.AlarmViews;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/alarms")
@PreAuthorize("hasRole('VIEWER')")
class AlarmController {
  private static final int LONGEST_COMMENT = 500;
  private static final int MOST_AT_ONCE = 500;

  private final AlarmDesk desk;
  private final AlarmList list;
  private final AlarmViews views;
  private final Audit audit;

  AlarmController(AlarmDesk desk, AlarmList list, AlarmViews views, Audit audit) {
    this.desk = desk;
    this.list = list;
    this.views = views;
    this.audit = audit;
  }

  @GetMapping
  AlarmList.Page alarms(
      @RequestParam(defaultValue = "active") String state,
      @RequestParam(required = false) @Nullable Integer priority,
      @RequestParam(required = false) @Nullable String utility,
      @RequestParam(required = false) @Nullable String tunnel,
      @RequestParam(required = false) @Nullable String works,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "200") int limit) {
    AlarmQuery.State wanted =
        AlarmQuery.State.ofCode(state)
            .orElseThrow(() ->
                Problem.badRequest(
                    "no-alarm-state",
                    "状态只能是 active、unacknowledged 或 all：" + state,
                    "state must be active, unacknowledged or all, not " + state));
    return list.page(new AlarmQuery(wanted, priority, utility, tunnel, works, q), cursor, limit);
  }

  @GetMapping("/{id}")
  Detail alarm(@PathVariable long id) {
    AlarmOccurrence alarm = desk.find(id).orElseThrow(() -> unknown(id));
    return new Detail(views.view(alarm), desk.changes(id));
  }

  @PostMapping("/{id}/acknowledge")
  @PreAuthorize("hasRole('OFFICER')")
  AlarmView acknowledge(@PathVariable long id, @RequestBody Comment comment) {
    AlarmOccurrence alarm =
        desk.acknowledge(id, CurrentUser.name(), checked(comment.comment()))
            .orElseThrow(() -> notAcknowledged(id));
    audit.record(CurrentUser.name(), "alarm-acknowledge", Long.toString(id), alarm.rule());
    return views.view(alarm);
  }

  /// Acknowledges many with one comment; those acknowledged by someone else meanwhile are left out.
  @PostMapping("/acknowledge")
  @PreAuthorize("hasRole('OFFICER')")
  List<AlarmView> acknowledge(@RequestBody Comments comments) {
    if (comments.ids().size() > MOST_AT_ONCE) {
      throw Problem.badRequest(
          "too-many-alarms", "一次最多确认 500 条报警", "At most 500 alarms are acknowledged at once");
    }
    String comment = checked(comments.comment());
    List<AlarmOccurrence> done =
        comments.ids().stream()
            .flatMap(id -> desk.acknowledge(id, CurrentUser.name(), comment).stream())
            .toList();
    done.forEach(alarm ->
        audit.record(
            CurrentUser.name(), "alarm-acknowledge", Long.toString(alarm.id()), alarm.rule()));
    return done.stream().map(views::view).toList();
  }

  private static String checked(@Nullable String comment) {
    String text = comment == null ? "" : comment.strip();
    if (text.length() > LONGEST_COMMENT) {
      throw Problem.badRequest(
          "comment-too-long", "备注最多 500 个字", "A comment has at most 500 characters");
    }
    return text;
  }

  private Problem notAcknowledged(long id) {
    return desk.find(id)
        .map(alarm ->
            Problem.conflict(
                "acknowledged-already",
                "已由 " + alarm.acknowledgedBy() + " 确认过",
                "Acknowledged by " + alarm.acknowledgedBy() + " already"))
        .orElseGet(() -> unknown(id));
  }

  private static Problem unknown(long id) {
    return Problem.notFound("no-alarm", "没有这条报警：" + id, "There is no alarm " + id);
  }

  record Comment(@Nullable String comment) {}

  record Comments(List<Long> ids, @Nullable String comment) {}

  record Detail(AlarmView alarm, List<AlarmChange> changes) {}
}
