package org.ronghe.serve.filing.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ronghe.engines.process.Ocel;
import org.ronghe.engines.process.ProcessLog;
import org.ronghe.engines.process.Xes;
import org.ronghe.office.problem.Problem;
import org.ronghe.serve.filing.CaseLogs;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// How the work really goes: maps and logs without personal data.
@RestController
@RequestMapping("/api/v1/serve/process")
@PreAuthorize("hasRole('SUPERVISOR')")
class ProcessController {
  private final CaseLogs logs;
  private final JsonMapper json;

  ProcessController(CaseLogs logs, JsonMapper json) {
    this.logs = logs;
    this.json = json;
  }

  @GetMapping
  List<CaseLogs.Counted> services() {
    return logs.services();
  }

  @GetMapping("/{service}")
  CaseLogs.Drawn map(@PathVariable String service) {
    return logs.map(service);
  }

  @GetMapping("/{service}/log")
  ResponseEntity<byte[]> log(
      @PathVariable String service, @RequestParam(defaultValue = "ocel") String format) {
    ProcessLog log = logs.log(service);
    return switch (format) {
      case "ocel" ->
          file(
              service + ".jsonocel",
              MediaType.APPLICATION_JSON,
              json.writeValueAsBytes(Ocel.of(log)));
      case "xes" ->
          file(
              service + ".xes",
              MediaType.APPLICATION_XML,
              Xes.of(log).getBytes(StandardCharsets.UTF_8));
      default ->
          throw Problem.badRequest(
              "format",
              "格式 format 须是 ocel 或 xes，不是 " + format + "。",
              "format must be ocel or xes, not " + format + ".");
    };
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(content);
  }
}
