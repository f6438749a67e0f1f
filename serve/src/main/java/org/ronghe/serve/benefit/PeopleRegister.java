package org.ronghe.serve.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.rule.benefit.CountyCells;
import org.ronghe.engines.rule.benefit.PeopleCell;
import org.ronghe.engines.rule.benefit.SyntheticPerson;
import org.ronghe.engines.rule.benefit.SyntheticRegister;
import org.ronghe.model.county.County;
import org.ronghe.model.division.Division;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.register.CountyRegister;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.stereotype.Component;

/// 合成: the people of the county as far as this program has any. They are drawn from the county's
/// counts by village, sex and age; nobody in it exists.
@Component
class PeopleRegister {
  /// Written on everything that comes from here.
  static final String LABEL = "合成 / synthetic";

  private static final long SEED = 1;
  private final CountyRegister counties;
  private final CatalogueRoom room;
  private volatile @Nullable Drawn drawn;

  PeopleRegister(CountyRegister counties, CatalogueRoom room) {
    this.counties = counties;
    this.room = room;
  }

  /// The people who live in a village (12 digits) or township (9 digits).
  List<SyntheticPerson> livingIn(String division) {
    return register().people(cell -> cell.village().startsWith(division));
  }

  /// The person of this id; refused when there is none.
  SyntheticPerson person(String id) {
    return register()
        .find(id)
        .orElseThrow(() ->
            Problem.notFound(
                "no-person", "合成人口里没有 " + id, "There is no " + id + " in the register."));
  }

  /// The county's code, six digits.
  String county() {
    return register().county();
  }

  Optional<Division> division(String code) {
    return counties
        .county()
        .flatMap(county ->
            county.divisions().stream().filter(one -> one.code().equals(code)).findFirst());
  }

  /// The village an outlet stands in, or the village itself when a code is given.
  Optional<String> villageOf(String outlet) {
    if (outlet.matches("\\d{12}")) {
      return Optional.of(outlet);
    }
    return counties
        .county()
        .flatMap(county ->
            county.facilities().stream()
                .filter(one -> one.id().equals(outlet))
                .map(one -> String.valueOf(one.divisionCode()))
                .filter(code -> code.matches("\\d{12}"))
                .findFirst());
  }

  private SyntheticRegister register() {
    County county =
        counties
            .county()
            .orElseThrow(
                () -> Problem.notFound("no-county", "还没有导入县数据。", "No county was imported yet."));
    LocalDate today = room.today();
    Drawn now = drawn;
    if (now == null || now.county() != county || !now.day().equals(today)) {
      now = new Drawn(county, today, draw(county, today));
      drawn = now;
    }
    return now.register();
  }

  private static SyntheticRegister draw(County county, LocalDate today) {
    List<PeopleCell> cells = CountyCells.of(county);
    long all = cells.stream().mapToLong(PeopleCell::count).sum();
    if (all == 0) {
      throw Problem.notFound("no-people", "县数据里没有分村的人口。", "The county has no people by village.");
    }
    return new SyntheticRegister(
        cells, Math.toIntExact(Math.min(all, Integer.MAX_VALUE / 4)), SEED, today);
  }

  private record Drawn(County county, LocalDate day, SyntheticRegister register) {}
}
