package org.ronghe.office.register;

import org.jspecify.annotations.Nullable;
import org.ronghe.model.county.County;
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
  CountyFacts county() {
    return facts(register.county().orElseThrow(CountyRegister::noCounty));
  }

  private CountyFacts facts(County county) {
    Known last = known;
    if (last == null || last.county() != county) {
      last = new Known(county, CountyFacts.of(county));
      known = last;
    }
    return last.facts();
  }
}
