package org.ronghe.office.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/county`: what the first screen needs before anything else.
@RestController
final class CountyEndpoint {
  private final CountyRegister register;
  private volatile @Nullable Known known;

  private record Known(County county, CountyFacts facts) {}

  CountyEndpoint(CountyRegister register) {
    this.register = register;
  }

  @GetMapping("/api/v1/county")
  ResponseEntity<?> county() {
    County county = register.county().orElse(null);
    return county == null
        ? ResponseEntity.status(HttpStatus.NOT_FOUND).body(noCounty())
        : ResponseEntity.ok(facts(county));
  }

  private CountyFacts facts(County county) {
    Known last = known;
    if (last == null || last.county() != county) {
      last = new Known(county, CountyFacts.of(county));
      known = last;
    }
    return last.facts();
  }

  private static ProblemDetail noCounty() {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No county has been imported yet.");
    problem.setProperties(
        Map.of(
            "code", "no-county",
            "zh", "尚未导入县域数据包。",
            "en", "No county has been imported yet.",
            "nextZh", "运行 ./ronghe import 目录，导入一个县域数据包。",
            "nextEn", "Run ./ronghe import DIR with a county package."));
    return problem;
  }
}
